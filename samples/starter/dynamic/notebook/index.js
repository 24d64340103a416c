import { WorkerEntrypoint } from 'cloudflare:workers';

// POST adds a note, anything else lists them. Whose notes these are is not for this code to say.
export default class extends WorkerEntrypoint {
  async fetch(request) {
    const { NOTES } = this.env;
    if (request.method !== 'POST') {
      return Response.json({ notes: await NOTES.list() });
    }
    try {
      const count = await NOTES.add(await request.text());
      console.log('note', count, 'added');
      return Response.json({ count }, { status: 201 });
    } catch (error) {
      // Errors cross the boundary with their message.
      return Response.json({ error: error.message }, { status: 403 });
    }
  }
}
