// The controllers that handlers of events without a request get.
(function (rt) {
  'use strict';

  class ScheduledController {
    #cron;
    #time;
    constructor(token, cron, time) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      this.#cron = cron;
      this.#time = time;
    }
    get cron() {
      return this.#cron;
    }
    get scheduledTime() {
      return this.#time;
    }
    noRetry() {}
  }
  const TOKEN = {};
  rt.expose(ScheduledController);

  const testController = () => ({});
  const scheduledController = (cron, time) => new ScheduledController(TOKEN, cron, time);
  return { testController, scheduledController };
})
