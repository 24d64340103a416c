// A Dynamic Worker: code that its parent loads at run
// time. It is a Worker like any other, in an isolate of
// its own, and has exactly what its parent put into `env`.
export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    const name = url.searchParams.get('name') ?? 'World';
    console.log('greeting', name);

    // Looks like a call, is a message to the parent.
    const greeting = await env.GREETER.greet(name);

    return new Response(greeting);
  },
};
