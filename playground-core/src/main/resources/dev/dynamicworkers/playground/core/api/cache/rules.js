// How long a response may be kept, and what a stored one answers to conditional and range requests.
(function (rt) {
  'use strict';
  const { Date, Map, Math, Number } = rt.primordials;

  // Seconds that a response without directives is kept, by status.
  const DEFAULT_SECONDS = { __proto__: null, 200: 7200, 301: 7200, 302: 1200, 303: 1200, 404: 180, 410: 180, 403: 60 };

  const directives = (text) => {
    const result = new Map();
    for (const part of (text ?? '').split(',')) {
      const at = part.indexOf('=');
      const name = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
      if (name !== '') result.set(name, at < 0 ? '' : part.slice(at + 1).trim().replace(/^"(.*)"$/, '$1'));
    }
    return result;
  };

  const lifetime = (status, headers) => {
    const control = directives(headers.get('cache-control'));
    if (control.has('no-store') || control.has('no-cache')) return 0;
    if (control.has('private') && control.get('private') === '') return 0;
    const keepsCookies = control.get('private')?.toLowerCase().split(/\s*,\s*/).includes('set-cookie');
    if (headers.has('set-cookie') && !keepsCookies) return 0;
    for (const name of ['s-maxage', 'max-age']) {
      if (control.has(name)) return Math.max(0, Number(control.get(name)) || 0);
    }
    if (headers.has('expires')) {
      const expires = Date.parse(headers.get('expires'));
      return Number.isNaN(expires) ? 0 : Math.max(0, Math.floor((expires - rt.io.now()) / 1000));
    }
    return DEFAULT_SECONDS[status] ?? 0;
  };

  const etagMatches = (condition, etag) =>
    condition.trim() === '*' || condition.split(',').some((part) => part.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

  const isUnmodified = (request, headers) => {
    const condition = request.headers.get('if-none-match');
    if (condition !== null) return headers.has('etag') && etagMatches(condition, headers.get('etag'));
    const since = request.headers.get('if-modified-since');
    const modified = headers.get('last-modified');
    return since !== null && modified !== null && Date.parse(modified) <= Date.parse(since);
  };

  // One range of bytes, or null when the header means none or several.
  const rangeOf = (text, size) => {
    const match = /^bytes=(\d*)-(\d*)$/.exec(text?.trim() ?? '');
    if (match === null || (match[1] === '' && match[2] === '')) return null;
    const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
    const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
    return { start, end, isSatisfiable: start < size && start <= end };
  };

  const answer = (request, status, statusText, list, body) => {
    const { Headers, Response } = rt.global;
    const headers = new Headers(list);
    headers.set('cf-cache-status', 'HIT');
    if (status === 200 && isUnmodified(request, headers)) return new Response(null, { status: 304, headers });
    const range = status === 200 ? rangeOf(request.headers.get('range'), body.length) : null;
    if (range !== null) {
      if (!range.isSatisfiable) {
        headers.set('content-range', `bytes */${body.length}`);
        return new Response(null, { status: 416, headers });
      }
      headers.set('content-range', `bytes ${range.start}-${range.end}/${body.length}`);
      headers.set('content-length', `${range.end - range.start + 1}`);
      return new Response(body.subarray(range.start, range.end + 1), { status: 206, headers });
    }
    const hasNoBody = status === 204 || status === 205 || status === 304 || status === 101;
    return new Response(hasNoBody ? null : body, { status, statusText, headers });
  };

  return { lifetime, answer };
})
