// Socket addresses and lists of blocked ones.
(function (rt) {
  'use strict';
  const { BigInt, Number } = rt.primordials;
  const { validateString, withCode } = rt.use('node/errors');

  const invalid = (address) => withCode(rt.primordials.Error, 'ERR_INVALID_ADDRESS', `Invalid address: ${address}`);

  // An address as a number of 32 or 128 bits.
  const numberOf = (address, family) => {
    const net = rt.use('node/net');
    if (family === 'ipv4') {
      if (!net.isIPv4(address)) throw invalid(address);
      return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    }
    if (!net.isIPv6(address)) throw invalid(address);
    const plain = address.replace(/%.*$/, '').replace(/[\d.]+$/, (tail) => {
      if (!tail.includes('.')) return tail;
      const [a, b, c, d] = tail.split('.').map(Number);
      return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    });
    const [head, tail] = plain.split('::').map((half) => (half === '' ? [] : half.split(':')));
    const groups = tail === undefined ? head : [...head, ...new rt.primordials.Array(8 - head.length - tail.length).fill('0'), ...tail];
    return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
  };

  class SocketAddress {
    constructor({ address, family = 'ipv4', port = 0, flowlabel = 0 } = {}) {
      this.family = `${family}`.toLowerCase();
      this.address = address ?? (this.family === 'ipv4' ? '127.0.0.1' : '::');
      this.port = port;
      this.flowlabel = flowlabel;
      numberOf(this.address, this.family);
    }

    toJSON() { return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel }; }
  }

  const partsOf = (address, family) => {
    if (address instanceof SocketAddress) return [numberOf(address.address, address.family), address.family];
    validateString(address, 'address');
    return [numberOf(address, `${family}`.toLowerCase()), `${family}`.toLowerCase()];
  };

  class BlockList {
    #ranges = [];

    addAddress(address, family = 'ipv4') {
      const [value, kind] = partsOf(address, family);
      this.#ranges.unshift({ first: value, last: value, kind, rule: `Address: ${kind === 'ipv4' ? 'IPv4' : 'IPv6'} ${address.address ?? address}` });
    }

    addRange(start, end, family = 'ipv4') {
      const [first, kind] = partsOf(start, family);
      const [last] = partsOf(end, family);
      if (first > last) throw withCode(rt.primordials.TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'start' must come before ${end.address ?? end}. Received '${start.address ?? start}'`);
      this.#ranges.unshift({ first, last, kind, rule: `Range: ${kind === 'ipv4' ? 'IPv4' : 'IPv6'} ${start.address ?? start}-${end.address ?? end}` });
    }

    addSubnet(network, prefix, family = 'ipv4') {
      const [value, kind] = partsOf(network, family);
      const bits = kind === 'ipv4' ? 32 : 128;
      if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits) {
        throw rt.use('node/errors').outOfRange('prefix', `>= 0 && <= ${bits}`, prefix);
      }
      const size = 1n << BigInt(bits - prefix);
      const first = value - (value % size);
      this.#ranges.unshift({ first, last: first + size - 1n, kind, rule: `Subnet: ${kind === 'ipv4' ? 'IPv4' : 'IPv6'} ${network.address ?? network}/${prefix}` });
    }

    check(address, family = 'ipv4') {
      const [value, kind] = partsOf(address, family);
      const has = (wanted, number) => this.#ranges.some((range) => range.kind === wanted && number >= range.first && number <= range.last);
      // An IPv4 address within IPv6 is that address.
      return has(kind, value) || (kind === 'ipv6' && value >> 32n === 0xffffn && has('ipv4', value & 0xffffffffn));
    }

    get rules() { return this.#ranges.map((range) => range.rule); }
  }

  return { BlockList, SocketAddress };
})
