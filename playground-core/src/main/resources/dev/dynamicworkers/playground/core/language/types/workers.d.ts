// Workers, the Worker Loader and `cloudflare:workers`.

/** What a worker knows of the event that it handles. */
interface ExecutionContext<Props = any> {
  /** Lets the isolate live until the promise is settled, also after the response. */
  waitUntil(promise: Promise<any>): void;
  /** Lets a request go to the origin when this worker throws. */
  passThroughOnException(): void;
  /** What the holder of the stub decided for this entrypoint; it can't be seen or changed by the caller. */
  readonly props: Props;
  /** This worker's own entrypoints: pass one with `props` to a dynamic worker as a capability. */
  readonly exports: Record<string, any>;
  abort(reason?: any): void;
}

interface ScheduledController {
  readonly cron: string;
  readonly scheduledTime: number;
  readonly type: string;
  noRetry(): void;
}

interface TraceItem {
  readonly event: any;
  readonly eventTimestamp: number | null;
  readonly logs: { readonly timestamp: number; readonly level: string; readonly message: any }[];
  readonly exceptions: { readonly timestamp: number; readonly name: string; readonly message: string; readonly stack?: string }[];
  readonly scriptName: string | null;
  readonly entrypoint?: string;
  readonly outcome: string;
  readonly cpuTime: number;
  readonly wallTime: number;
}

interface ForwardableEmailMessage {
  readonly from: string;
  readonly to: string;
  readonly headers: Headers;
  readonly raw: ReadableStream<Uint8Array>;
  readonly rawSize: number;
  setReject(reason: string): void;
  forward(to: string, headers?: Headers): Promise<void>;
  reply(message: any): Promise<void>;
}

/** A worker's default export: one handler for each kind of event. */
interface ExportedHandler<Bindings = Env, Message = any, Props = any> {
  fetch?(request: Request, env: Bindings, ctx: ExecutionContext<Props>): Response | Promise<Response>;
  scheduled?(controller: ScheduledController, env: Bindings, ctx: ExecutionContext<Props>): void | Promise<void>;
  queue?(batch: MessageBatch<Message>, env: Bindings, ctx: ExecutionContext<Props>): void | Promise<void>;
  email?(message: ForwardableEmailMessage, env: Bindings, ctx: ExecutionContext<Props>): void | Promise<void>;
  tail?(events: TraceItem[], env: Bindings, ctx: ExecutionContext<Props>): void | Promise<void>;
  tailStream?(event: any, env: Bindings, ctx: ExecutionContext<Props>): any;
  test?(controller: any, env: Bindings, ctx: ExecutionContext<Props>): void | Promise<void>;
}

/** A worker, or something that answers requests as one does. Its methods can be called, too. */
interface Fetcher {
  fetch(input: RequestInfo, init?: RequestInit): Promise<Response>;
  connect(address: string | { hostname: string; port: number }, options?: any): any;
  [method: string]: any;
}
type Service<T = any> = Fetcher;

// ---- the Worker Loader ----

/** What a module of a dynamic worker is. A string is an ES module, or a CommonJS or Python module by its name. */
type WorkerLoaderModule =
  | string
  | { js: string }
  | { cjs: string }
  | { py: string }
  | { text: string }
  | { data: ArrayBuffer }
  | { json: any }
  | { wasm: ArrayBuffer };

interface WorkerLoaderLimits {
  /** CPU time of one invocation in milliseconds. */
  cpuMs?: number;
  /** How many requests one invocation may send. */
  subRequests?: number;
}

/** The code of a dynamic worker, and all that it can reach. */
interface WorkerLoaderWorkerCode {
  /** `YYYY-MM-DD`: the behaviour of this date. */
  compatibilityDate: string;
  compatibilityFlags?: string[];
  allowExperimental?: boolean;
  /** Name of the module whose exports are its entrypoints. */
  mainModule: string;
  /** Code and other modules by name. */
  modules: Record<string, WorkerLoaderModule>;
  /** Its `env`: values, and stubs as capabilities. It has nothing else. */
  env?: any;
  /** Where its `fetch()` goes: `null` for nowhere; without it, where the parent's goes. */
  globalOutbound?: Fetcher | null;
  /** Workers that hear what it does. */
  tails?: Fetcher[];
  streamingTails?: Fetcher[];
  limits?: WorkerLoaderLimits;
}

interface WorkerStubEntrypointOptions {
  /** `ctx.props` of the entrypoint. */
  props?: any;
  limits?: WorkerLoaderLimits;
}

/** A dynamic worker that is loaded, or will be. */
interface WorkerStub {
  /** An entrypoint: the default export without a name. */
  getEntrypoint(name?: string | null, options?: WorkerStubEntrypointOptions): Fetcher;
  /** A Durable Object class of the dynamic worker, for `ctx.facets`. */
  getDurableObjectClass(name?: string | null, options?: { props?: any }): DurableObjectClass;
}

/** Loads dynamic workers: code that the parent has as text, each in an isolate of its own. */
interface WorkerLoader {
  /** Loads code into a new isolate. */
  load(code: WorkerLoaderWorkerCode | Promise<WorkerLoaderWorkerCode>): WorkerStub;
  /** The worker with this id; asks for its code when there is none yet. The same id has to mean the same code. */
  get(id: string | null, code: () => WorkerLoaderWorkerCode | Promise<WorkerLoaderWorkerCode>): WorkerStub;
}

// ---- Durable Objects ----

interface DurableObjectId {
  readonly name?: string;
  toString(): string;
  equals(other: DurableObjectId): boolean;
}
interface DurableObjectClass {}
interface DurableObjectStub {
  readonly id: DurableObjectId;
  readonly name?: string;
  fetch(input: RequestInfo, init?: RequestInit): Promise<Response>;
  [method: string]: any;
}
interface DurableObjectNamespace<T = any> {
  newUniqueId(options?: { jurisdiction?: string }): DurableObjectId;
  idFromName(name: string): DurableObjectId;
  idFromString(id: string): DurableObjectId;
  get(id: DurableObjectId, options?: { locationHint?: string }): DurableObjectStub;
  /** The object with this name. */
  getByName(name: string, options?: { locationHint?: string }): DurableObjectStub;
  jurisdiction(name: string): DurableObjectNamespace<T>;
}
interface DurableObjectListOptions {
  start?: string;
  startAfter?: string;
  end?: string;
  prefix?: string;
  reverse?: boolean;
  limit?: number;
}
interface DurableObjectTransaction {
  get<T = unknown>(key: string): Promise<T | undefined>;
  get<T = unknown>(keys: string[]): Promise<Map<string, T>>;
  list<T = unknown>(options?: DurableObjectListOptions): Promise<Map<string, T>>;
  put<T>(key: string, value: T): Promise<void>;
  put<T>(entries: Record<string, T>): Promise<void>;
  delete(key: string): Promise<boolean>;
  delete(keys: string[]): Promise<number>;
  rollback(): void;
}
interface SqlStorageCursor<T extends Record<string, SqlStorageValue> = any> extends Iterable<T> {
  toArray(): T[];
  one(): T;
  next(): { done?: false; value: T } | { done: true; value?: undefined };
  raw<U extends SqlStorageValue[]>(): IterableIterator<U>;
  readonly columnNames: string[];
  readonly rowsRead: number;
  readonly rowsWritten: number;
}
type SqlStorageValue = ArrayBuffer | string | number | null;
interface SqlStorage {
  /** Runs SQL with its `?` bound to the values. */
  exec<T extends Record<string, SqlStorageValue>>(query: string, ...bindings: any[]): SqlStorageCursor<T>;
  readonly databaseSize: number;
}
interface DurableObjectStorage extends Omit<DurableObjectTransaction, 'rollback'> {
  readonly sql: SqlStorage;
  readonly kv: {
    get<T = unknown>(key: string): T | undefined;
    put<T>(key: string, value: T): void;
    list<T = unknown>(options?: DurableObjectListOptions): Iterable<[string, T]>;
    delete(key: string): boolean;
  };
  deleteAll(): Promise<void>;
  transaction<T>(closure: (transaction: DurableObjectTransaction) => Promise<T>): Promise<T>;
  transactionSync<T>(closure: () => T): T;
  getAlarm(): Promise<number | null>;
  setAlarm(time: number | Date): Promise<void>;
  deleteAlarm(): Promise<void>;
  sync(): Promise<void>;
}
interface DurableObjectState<Props = any> {
  readonly id: DurableObjectId;
  readonly storage: DurableObjectStorage;
  readonly props: Props;
  readonly exports: Record<string, any>;
  readonly facets: {
    get(name: string, start: () => { class: DurableObjectClass; id?: DurableObjectId | string } | Promise<any>): Fetcher;
    abort(name: string, reason: any): void;
    delete(name: string): void;
  };
  waitUntil(promise: Promise<any>): void;
  blockConcurrencyWhile<T>(callback: () => Promise<T>): Promise<T>;
  acceptWebSocket(socket: WebSocket, tags?: string[]): void;
  getWebSockets(tag?: string): WebSocket[];
  getTags(socket: WebSocket): string[];
  setWebSocketAutoResponse(pair?: any): void;
  abort(reason?: string): void;
}

declare module 'cloudflare:workers' {
  /** A class whose methods other workers can call. Its instances live for one event. */
  export abstract class WorkerEntrypoint<Bindings = Env, Props = any> {
    constructor(ctx: ExecutionContext<Props>, env: Bindings);
    protected readonly env: Bindings;
    protected readonly ctx: ExecutionContext<Props>;
    fetch?(request: Request): Response | Promise<Response>;
    scheduled?(controller: ScheduledController): void | Promise<void>;
    queue?(batch: MessageBatch): void | Promise<void>;
    tail?(events: TraceItem[]): void | Promise<void>;
  }
  /** An object with state of its own; all that is written is on disk before anyone hears of it. */
  export abstract class DurableObject<Bindings = Env, Props = any> {
    constructor(ctx: DurableObjectState<Props>, env: Bindings);
    protected readonly ctx: DurableObjectState<Props>;
    protected readonly env: Bindings;
    fetch?(request: Request): Response | Promise<Response>;
    alarm?(info?: { retryCount: number; isRetry: boolean }): void | Promise<void>;
    webSocketMessage?(socket: WebSocket, message: string | ArrayBuffer): void | Promise<void>;
    webSocketClose?(socket: WebSocket, code: number, reason: string, wasClean: boolean): void | Promise<void>;
    webSocketError?(socket: WebSocket, error: unknown): void | Promise<void>;
  }
  /** An object that is passed by reference: its holder can call its methods. */
  export abstract class RpcTarget {
    constructor();
  }
  /** A reference to an object of another worker. */
  export class RpcStub<T = any> {
    constructor(target: T);
    dup(): RpcStub<T>;
    [Symbol.dispose](): void;
    [method: string]: any;
  }
  export abstract class WorkflowEntrypoint<Bindings = Env, Params = any> {
    constructor(ctx: ExecutionContext, env: Bindings);
    protected readonly env: Bindings;
    protected readonly ctx: ExecutionContext;
    run(event: { payload: Params; timestamp: Date; instanceId: string }, step: any): Promise<any>;
  }
  /** The bindings of this worker, also outside of handlers. */
  export const env: Env;
  /** This worker's own entrypoints. */
  export const exports: Record<string, any>;
  export function waitUntil(promise: Promise<any>): void;
  export function withEnv<T>(env: any, callback: () => T): T;
}

declare module 'cloudflare:sockets' {
  export function connect(address: string | { hostname: string; port: number }, options?: { secureTransport?: 'on' | 'off' | 'starttls'; allowHalfOpen?: boolean }): {
    readonly readable: ReadableStream<Uint8Array>;
    readonly writable: WritableStream<Uint8Array>;
    readonly opened: Promise<any>;
    readonly closed: Promise<void>;
    close(): Promise<void>;
    startTls(): any;
  };
}
declare module 'cloudflare:email' {
  export class EmailMessage {
    constructor(from: string, to: string, raw: string | ReadableStream);
  }
}
declare module 'node:*';
declare module '*.txt' {
  const text: string;
  export default text;
}
declare module '*.html' {
  const text: string;
  export default text;
}
declare module '*.sql' {
  const text: string;
  export default text;
}
