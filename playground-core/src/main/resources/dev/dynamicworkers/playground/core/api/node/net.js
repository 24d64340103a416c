// node:net: what addresses are, and sockets over `cloudflare:sockets`; servers refuse.
(function (rt) {
  'use strict';
  const { Number } = rt.primordials;
  const { validateNumber } = rt.use('node/errors');

  const isIPv4 = (text) => /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(`${text}`);

  // Eight groups, or fewer with one gap; the last two may be an IPv4 address; a zone may follow.
  const isIPv6 = (value) => {
    const text = `${value}`.replace(/%[0-9a-zA-Z-.:]+$/, '');
    const halves = text.split('::');
    if (halves.length > 2 || !text.includes(':')) return false;
    let count = 0;
    for (let half = 0; half < halves.length; half++) {
      const groups = halves[half] === '' ? [] : halves[half].split(':');
      for (let at = 0; at < groups.length; at++) {
        const isLast = half === halves.length - 1 && at === groups.length - 1;
        if (isLast && isIPv4(groups[at])) count += 2;
        else if (/^[0-9a-f]{1,4}$/i.test(groups[at])) count++;
        else return false;
      }
    }
    return halves.length === 2 ? count < 8 : count === 8;
  };

  let attemptTimeout = 10;
  const { Socket, argumentsOf, connect } = rt.use('node/net-socket');
  return rt.use('node/refusing').refusing('net', 'createServer', 'Server', {
    _normalizeArgs: argumentsOf,
    connect,
    createConnection: connect,
    Socket,
    Stream: Socket,
    BlockList: rt.use('node/net-block-list').BlockList,
    SocketAddress: rt.use('node/net-block-list').SocketAddress,
    BoundSocket: class BoundSocket {},
    isIPv4, isIPv6,
    isIP: (text) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0),
    getDefaultAutoSelectFamily: () => false,
    setDefaultAutoSelectFamily() {},
    getDefaultAutoSelectFamilyAttemptTimeout: () => attemptTimeout,
    setDefaultAutoSelectFamilyAttemptTimeout(value) {
      validateNumber(value, 'val');
      attemptTimeout = Number(value);
    },
  });
})
