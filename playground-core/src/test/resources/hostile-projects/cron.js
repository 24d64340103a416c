// Loops in the event of a cron trigger.
// expect: exceededCpu
// event: scheduled
export default {
  scheduled() { for (;;); },
};
