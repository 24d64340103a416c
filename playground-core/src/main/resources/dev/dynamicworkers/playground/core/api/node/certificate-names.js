// Whether a name of a certificate is for a host.
(function () {
  'use strict';
  // A name that starts with an asterisk is for the hosts right below it (RFC 9525, section 6.3), and there is none for all of a top domain.
  const isFor = (name, host) => {
    const pattern = name.toLowerCase();
    const wanted = `${host}`.toLowerCase();
    if (!pattern.startsWith('*.')) return pattern === wanted;
    const parent = pattern.slice(1);
    return parent.includes('.', 1) && wanted.includes('.') && wanted.slice(wanted.indexOf('.')) === parent;
  };

  return { isFor };
})
