// node:diagnostics_channel.
(function (rt) {
  'use strict';
  const { Boolean, Map, Promise, Reflect } = rt.primordials;
  const { validateFunction } = rt.use('node/errors');
  const channels = new Map();

  class Channel {
    #subscribers = [];
    #stores = new Map();

    constructor(name) {
      this.name = name;
    }

    get hasSubscribers() { return this.#subscribers.length > 0 || this.#stores.size > 0; }

    subscribe(subscriber) {
      validateFunction(subscriber, 'subscription');
      this.#subscribers = [...this.#subscribers, subscriber];
    }

    unsubscribe(subscriber) {
      const at = this.#subscribers.indexOf(subscriber);
      if (at < 0) return false;
      this.#subscribers = this.#subscribers.toSpliced(at, 1);
      return true;
    }

    publish(message) {
      for (const subscriber of this.#subscribers) {
        try {
          subscriber(message, this.name);
        } catch (error) {
          rt.use('events/global').reportUncaught(error);
        }
      }
    }

    bindStore(store, transform) {
      this.#stores.set(store, transform);
    }

    unbindStore(store) {
      return this.#stores.delete(store);
    }

    runStores(data, callback, receiver, ...args) {
      let run = () => {
        this.publish(data);
        return Reflect.apply(callback, receiver, args);
      };
      for (const [store, transform] of this.#stores) {
        const inner = run;
        run = () => store.run(transform === undefined ? data : transform(data), inner);
      }
      return run();
    }
  }

  const channel = (name) => {
    if (!channels.has(name)) channels.set(name, new Channel(name));
    return channels.get(name);
  };

  const PHASES = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

  class TracingChannel {
    constructor(nameOrChannels) {
      for (const phase of PHASES) {
        this[phase] = typeof nameOrChannels === 'string' ? channel(`tracing:${nameOrChannels}:${phase}`) : nameOrChannels[phase];
      }
    }

    get hasSubscribers() { return PHASES.some((phase) => this[phase].hasSubscribers); }

    subscribe(handlers) {
      for (const phase of PHASES) if (handlers[phase]) this[phase].subscribe(handlers[phase]);
    }

    unsubscribe(handlers) {
      return PHASES.map((phase) => !handlers[phase] || this[phase].unsubscribe(handlers[phase])).every(Boolean);
    }

    traceSync(callback, context = {}, receiver = undefined, ...args) {
      return this.start.runStores(context, () => {
        try {
          context.result = Reflect.apply(callback, receiver, args);
          return context.result;
        } catch (error) {
          context.error = error;
          this.error.publish(context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }

    tracePromise(callback, context = {}, receiver = undefined, ...args) {
      return this.start.runStores(context, () => {
        const settle = (key, value) => {
          context[key] = value;
          if (key === 'error') this.error.publish(context);
          this.asyncStart.publish(context);
          this.asyncEnd.publish(context);
        };
        try {
          return Promise.resolve(Reflect.apply(callback, receiver, args)).then(
            (value) => {
              settle('result', value);
              return value;
            },
            (error) => {
              settle('error', error);
              throw error;
            },
          );
        } catch (error) {
          context.error = error;
          this.error.publish(context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }

    traceCallback(callback, position = -1, context = {}, receiver = undefined, ...args) {
      const at = position < 0 ? args.length + position : position;
      const original = args[at];
      validateFunction(original, 'callback');
      args[at] = (error, result) => {
        if (error) {
          context.error = error;
          this.error.publish(context);
        } else {
          context.result = result;
        }
        this.asyncStart.runStores(context, () => {
          try {
            original(error, result);
          } finally {
            this.asyncEnd.publish(context);
          }
        });
      };
      return this.start.runStores(context, () => {
        try {
          return Reflect.apply(callback, receiver, args);
        } finally {
          this.end.publish(context);
        }
      });
    }
  }

  return {
    channel,
    Channel,
    TracingChannel,
    hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
    subscribe: (name, subscriber) => channel(name).subscribe(subscriber),
    unsubscribe: (name, subscriber) => channel(name).unsubscribe(subscriber),
    tracingChannel: (nameOrChannels) => new TracingChannel(nameOrChannels),
  };
})
