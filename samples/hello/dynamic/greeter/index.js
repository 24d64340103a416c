// A Dynamic Worker: code that its parent loads at run
// time. It is a Worker like any other, in an isolate
// of its own, and has what its parent put into `env`.
export default {
  async fetch(request, env) {
    const query = new URL(request.url).searchParams;
    const name = query.get('name') ?? 'World';
    console.log('greeting', name);

    // Looks like a call, is a message to the parent.
    const greeting = await env.GREETER.greet(name);

    return new Response(greeting);
  },
};
