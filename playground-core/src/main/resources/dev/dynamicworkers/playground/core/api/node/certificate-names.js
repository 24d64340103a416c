// Whether a name of a certificate is for a host.
(function () {
  'use strict';
  // A name that starts with an asterisk is for the hosts right below it (RFC 9525, section 6.3).
  const isFor = (name, host) => {
    const pattern = name.toLowerCase();
    const wanted = `${host}`.toLowerCase();
    return pattern === wanted || (pattern.startsWith('*.') && wanted.includes('.') && wanted.slice(wanted.indexOf('.')) === pattern.slice(1));
  };

  return { isFor };
})
