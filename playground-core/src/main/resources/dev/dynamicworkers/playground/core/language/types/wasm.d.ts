/** A compiled WebAssembly module. */
declare const module: WebAssembly.Module;
export default module;
