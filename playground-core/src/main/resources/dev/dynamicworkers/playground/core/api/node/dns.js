// node:dns: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'dns',
    'getServers lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx '
      + 'resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTxt reverse setServers setDefaultResultOrder '
      + 'getDefaultResultOrder',
    'Resolver',
    { promises: rt.use('node/dns/promises'), ...rt.use('node/dns-constants') },
  );
})
