import { WorkerEntrypoint } from 'cloudflare:workers';

// Lives as long as the parent's isolate. A real one would keep notes in storage.
const notesByOwner = new Map();

/** Notes of one owner. The holder of a stub says neither whose they are nor whether it may write: its props do. */
export class Notes extends WorkerEntrypoint {
  list() {
    return this.#notes();
  }

  add(text) {
    if (this.ctx.props.readOnly) {
      throw new Error('these notes are read-only');
    }
    this.#notes().push(text);
    return this.#notes().length;
  }

  // Private methods can't be called over RPC.
  #notes() {
    const { owner } = this.ctx.props;
    if (!notesByOwner.has(owner)) {
      notesByOwner.set(owner, []);
    }
    return notesByOwner.get(owner);
  }
}
