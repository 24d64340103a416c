// What else the global scope has: its events, messages within an isolate, entries of `performance`, and the names that `nodejs_compat` adds.

// ---- events of the global scope ----

declare class ExtendableEvent extends Event {
  protected constructor();
  waitUntil(promise: Promise<any>): void;
}
declare class FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Response | Promise<Response>): void;
  passThroughOnException(): void;
}
declare class ScheduledEvent extends ExtendableEvent {
  readonly scheduledTime: number;
  readonly cron: string;
  noRetry(): void;
}
declare class TailEvent extends ExtendableEvent {
  readonly events: TraceItem[];
  readonly traces: TraceItem[];
}
declare class TraceEvent extends ExtendableEvent {
  readonly events: TraceItem[];
  readonly traces: TraceItem[];
}
declare class PromiseRejectionEvent extends Event {
  protected constructor();
  readonly promise: Promise<any>;
  readonly reason: any;
}
interface GlobalEvents {
  fetch: FetchEvent;
  scheduled: ScheduledEvent;
  tail: TailEvent;
  trace: TraceEvent;
  error: ErrorEvent;
  unhandledrejection: PromiseRejectionEvent;
  rejectionhandled: PromiseRejectionEvent;
}
declare class WorkerGlobalScope extends EventTarget<any> {
  protected constructor();
}
declare class ServiceWorkerGlobalScope extends WorkerGlobalScope {}
declare function addEventListener<Kind extends keyof GlobalEvents>(kind: Kind, listener: (event: GlobalEvents[Kind]) => void, options?: boolean | { once?: boolean; signal?: AbortSignal }): void;
declare function addEventListener(kind: string, listener: (event: Event) => void, options?: boolean | { once?: boolean; signal?: AbortSignal }): void;
declare function removeEventListener(kind: string, listener: (event: any) => void, options?: boolean | { capture?: boolean }): void;
declare function dispatchEvent(event: Event): boolean;

// ---- messages within an isolate ----

declare class MessagePort extends EventTarget<{ message: MessageEvent; messageerror: MessageEvent }> {
  protected constructor();
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(value: any, transfer?: any[]): void;
  start(): void;
  close(): void;
}
declare class MessageChannel {
  constructor();
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
declare class WebSocketRequestResponsePair {
  constructor(request: string, response: string);
  readonly request: string;
  readonly response: string;
}

// ---- performance ----

declare class PerformanceEntry {
  protected constructor();
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  readonly detail?: any;
  toJSON(): any;
}
declare class PerformanceMark extends PerformanceEntry {}
declare class PerformanceMeasure extends PerformanceEntry {}
declare class PerformanceResourceTiming extends PerformanceEntry {}
declare class PerformanceObserverEntryList {
  protected constructor();
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
}
declare class PerformanceObserver {
  constructor(callback: (list: PerformanceObserverEntryList, observer: PerformanceObserver) => void);
  observe(options?: { entryTypes?: string[]; type?: string; buffered?: boolean }): void;
  disconnect(): void;
  takeRecords(): PerformanceEntry[];
  static readonly supportedEntryTypes: string[];
}

interface Performance {
  mark(name: string, options?: { startTime?: number; detail?: any }): PerformanceMark;
  measure(name: string, from?: any, to?: string): PerformanceMeasure;
  clearMarks(name?: string): void;
  clearMeasures(name?: string): void;
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
  toJSON(): any;
}

// ---- the rest ----

declare const Cloudflare: { readonly compatibilityFlags: Readonly<Record<string, boolean>> };
declare const origin: string;

/** With `nodejs_compat`. */
declare const process: any;
/** With `nodejs_compat`. */
declare const Buffer: any;
/** With `nodejs_compat`. */
declare const global: typeof globalThis;
/** With `nodejs_compat`. */
declare function setImmediate(callback: (...args: any[]) => void, ...args: any[]): any;
/** With `nodejs_compat`. */
declare function clearImmediate(immediate: any): void;

declare module 'cloudflare:node' {
  /** The handlers of a worker whose requests go to the server of node:http that listens on a port. */
  export function httpServerHandler(server: { port: number } | { listen(...args: any[]): any }): { fetch(request: Request, env?: any, ctx?: ExecutionContext): Promise<Response> };
  export function handleAsNodeRequest(port: number | { port?: number }, request: Request): Promise<Response>;
  /** Not supported by the playground. */
  export function connectHandler(...args: any[]): any;
  /** Not supported by the playground. */
  export function handleAsNodeConnection(...args: any[]): any;
}
declare module 'cloudflare:workflows' {
  export class NonRetryableError extends Error {
    constructor(message: string, name?: string);
  }
}
