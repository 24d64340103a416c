// What `rpc/clone` wrote as a tree of plain data with tags, made into values again. The tree is used up.
(function (rt) {
  'use strict';
  const { BigInt, DataView, Date, Error, Map, Number, Object, RegExp, Set, ArrayIsArray, ObjectDefineProperty, ObjectHasOwn, ObjectKeys } = rt.primordials;
  const { assign } = rt.use('rpc/clone');

  class Reader {
    constructor(payload) {
      this.payload = payload;
      this.objects = [];
    }

    revive(node) {
      if (node === null || typeof node !== 'object') return node;
      if (ArrayIsArray(node)) {
        this.objects.push(node);
        for (let i = 0; i < node.length; i++) {
          if (node[i] !== null && typeof node[i] === 'object') {
            if (node[i].$ === 'h' && ObjectHasOwn(node[i], '$')) delete node[i];
            else node[i] = this.revive(node[i]);
          }
        }
        return node;
      }
      if (ObjectHasOwn(node, '$')) return this.reviveTag(node.$, node.v);
      this.objects.push(node);
      const keys = ObjectKeys(node);
      for (let i = 0; i < keys.length; i++) {
        const child = node[keys[i]];
        if (child !== null && typeof child === 'object') assign(node, keys[i], this.revive(child));
      }
      return node;
    }

    keep(object) {
      this.objects.push(object);
      return object;
    }

    reviveTag(tag, v) {
      switch (tag) {
        case 'u':
          return undefined;
        case 'n':
          return v === '-0' ? -0 : Number(v);
        case 'i':
          return BigInt(v);
        case 'r':
          return this.objects[v];
        case 'a': {
          const array = this.keep([]);
          array.length = v[0];
          for (let i = 0; i < v[1].length; i++) assign(array, v[1][i][0], this.revive(v[1][i][1]));
          return array;
        }
        case 'o': {
          const object = this.keep({});
          for (const { 0: key, 1: value } of v) assign(object, key, this.revive(value));
          return object;
        }
        case 'D':
          return this.keep(new Date(this.revive(v)));
        case 'R':
          return this.keep(new RegExp(v[0], v[1]));
        case 'P':
          return this.keep(Object(this.revive(v)));
        case 'M': {
          const map = this.keep(new Map());
          for (let i = 0; i < v.length; i += 2) map.set(this.revive(v[i]), this.revive(v[i + 1]));
          return map;
        }
        case 'S': {
          const set = this.keep(new Set());
          for (const value of v) set.add(this.revive(value));
          return set;
        }
        case 'B':
          return this.keep(this.payload.buffers[v].buffer);
        case 'V':
          return this.reviveView(v);
        case 'E':
          return this.reviveError(v);
        case 'X': {
          const error = this.keep(rt.domException(v[0], v[1]));
          return error;
        }
        case 'f':
          return this.keep(rt.use('rpc/stub').liveStub(this.payload.capabilities[v]));
        case 's':
          return this.keep(rt.use('rpc/stub').serviceStub(this.payload.capabilities[v]));
        default:
          return rt.use('rpc/platform').read(this, tag, v);
      }
    }

    reviveView([name, bufferNode, offset, length]) {
      const at = this.objects.length;
      this.objects.push(null);
      const buffer = this.revive(bufferNode);
      return (this.objects[at] = new (name === 'DataView' ? DataView : rt.global[name])(buffer, offset, length));
    }

    reviveError(v) {
      const Class = rt.primordials[v.k] ?? Error;
      const error = this.keep(v.k === 'AggregateError' ? new Class([], v.m) : new Class(v.m));
      if (v.s !== '') ObjectDefineProperty(error, 'stack', { value: v.s, writable: true, enumerable: v.a === true, configurable: true });
      if ('c' in v) ObjectDefineProperty(error, 'cause', { value: this.revive(v.c), writable: true, enumerable: false, configurable: true });
      for (const { 0: key, 1: value } of v.x ?? []) {
        ObjectDefineProperty(error, key, { value: this.revive(value), writable: true, enumerable: v.a === true || key !== 'name', configurable: true });
      }
      return error;
    }
  }

  const revive = (payload, tree) => new Reader(payload).revive(tree);
  return { revive };
})
