import assert from 'node:assert';

// (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
const ADD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 32, 1, 106, 11,
]);
// While the worker starts, code may be made of bytes.
const compiled = new WebAssembly.Module(ADD);

export const modulesAreInstantiated = {
  async test() {
    const instance = await WebAssembly.instantiate(compiled);
    assert.strictEqual(instance.constructor, WebAssembly.Instance);
    assert.strictEqual(instance.exports.add(2, 3), 5);
    assert.strictEqual(new WebAssembly.Instance(compiled).exports.add(40, 2), 42);
    assert.ok(compiled instanceof WebAssembly.Module);
    assert.strictEqual(compiled.constructor, WebAssembly.Module);
    assert.strictEqual(String(compiled), '[object WebAssembly.Module]');
    assert.deepStrictEqual(WebAssembly.Module.exports(compiled), [{ name: 'add', kind: 'function' }]);
    assert.deepStrictEqual(WebAssembly.Module.imports(compiled), []);
  },
};

export const bytesAreRefusedInHandlers = {
  async test() {
    const refusal = (what) => ({ name: 'CompileError', message: `WebAssembly.${what}(): Wasm code generation disallowed by embedder` });
    assert.throws(() => new WebAssembly.Module(ADD), refusal('Module'));
    assert.throws(() => new compiled.constructor(ADD), refusal('Module'));
    await assert.rejects(WebAssembly.compile(ADD), refusal('compile'));
    await assert.rejects(WebAssembly.instantiate(ADD), refusal('instantiate'));
    await assert.rejects(WebAssembly.instantiate(5), TypeError);
    assert.strictEqual(WebAssembly.validate(ADD), true);
    assert.strictEqual(WebAssembly.validate(new Uint8Array([1, 2])), false);
    class Own extends WebAssembly.Module {}
    assert.throws(() => new Own(ADD), refusal('Module'));
  },
};

export const memoriesTablesAndGlobals = {
  test() {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
    assert.strictEqual(memory.buffer.byteLength, 65536);
    memory.grow(1);
    assert.strictEqual(memory.buffer.byteLength, 131072);
    assert.throws(() => new WebAssembly.Memory({ initial: 40000 }), RangeError);
    assert.strictEqual(new WebAssembly.Table({ initial: 2, element: 'anyfunc' }).length, 2);
    assert.strictEqual(new WebAssembly.Global({ value: 'i32', mutable: true }, 42).value, 42);
  },
};

export const otherLanguagesStayOutOfReach = {
  test() {
    for (const name of ['Polyglot', 'Java', 'Packages', 'Graal']) assert.strictEqual(typeof globalThis[name], 'undefined', name);
  },
};

export default {};
