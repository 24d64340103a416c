// Resources that write down when they are disposed of.
export const log = [];
export const sync = (name, error) => ({
  name,
  [Symbol.dispose]() {
    log.push(`-${name}`);
    if (error !== undefined) throw error;
  },
});
export const slow = (name, error) => ({
  name,
  async [Symbol.asyncDispose]() {
    log.push(`(${name}`);
    await null;
    log.push(`${name})`);
    if (error !== undefined) throw error;
  },
});
export const taken = () => log.splice(0).join(' ');
