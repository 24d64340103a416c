// Cron events: their controller, and a stub's scheduled().
(function (rt) {
  'use strict';
  const { Date, Promise, ObjectDefineProperty } = rt.primordials;
  const deciders = new rt.primordials.WeakMap();

  class ScheduledController {
    constructor() {
      throw rt.illegalConstructor();
    }
    noRetry() {
      const decide = deciders.get(this);
      if (decide === undefined) throw rt.illegalInvocation();
      decide({ noRetry: true });
    }
  }
  rt.expose(ScheduledController);

  function controller({ cron, scheduledTime }, decide) {
    const made = rt.primordials.ObjectCreate(ScheduledController.prototype);
    ObjectDefineProperty(made, 'cron', { value: cron, enumerable: true, configurable: true });
    ObjectDefineProperty(made, 'scheduledTime', { value: scheduledTime, enumerable: true, configurable: true });
    deciders.set(made, decide);
    return made;
  }

  // `stub.scheduled({ cron, scheduledTime })`
  function send(root, args) {
    const options = args[0] ?? {};
    if (typeof options !== 'object') return Promise.reject(rt.argumentError('scheduled', 'Fetcher', 1, 'ScheduledOptions'));
    const cron = options.cron === undefined ? '' : `${options.cron}`;
    const at = options.scheduledTime ?? new Date();
    const scheduledTime = typeof at === 'number' || at instanceof Date ? Number(at) : NaN;
    if (scheduledTime !== scheduledTime) return Promise.reject(rt.fieldError('scheduledTime', 'ScheduledOptions', 'date'));
    const event = { scheduledTime, cron };
    const payload = rt.use('rpc/clone').write(event, 'rpc');
    return rt.use('io/handlers').send(root.check(), 'scheduled', cron, event, payload, (outcome, { noRetry = false }) => ({ outcome, noRetry }));
  }

  return { controller, send };
})
