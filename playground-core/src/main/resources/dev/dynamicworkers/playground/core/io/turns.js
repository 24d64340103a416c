// Turns of one invocation asked for by another. A promise may be settled by a different invocation than the one that waits
// for it; what the waiting one then tells the host has to be told in a turn of its own.
(function (rt) {
  'use strict';
  const wake = rt.host('io.wake');

  function within(invocation, fn) {
    if (rt.io.current() === invocation) return fn();
    (invocation.inbox ??= []).push(fn);
    if (invocation.inbox.length === 1) wake(invocation.id);
    return undefined;
  }

  // Entered by the host.
  function run(invocation) {
    const { inbox } = invocation;
    invocation.inbox = undefined;
    if (inbox !== undefined) for (const fn of inbox) fn();
  }

  return { within, run };
})
