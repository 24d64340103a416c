// Web standards as Workers have them.

type BufferSource = ArrayBufferView | ArrayBuffer;
type BodyInit = ReadableStream | string | ArrayBuffer | ArrayBufferView | Blob | URLSearchParams | FormData;
type HeadersInit = Headers | Record<string, string> | Iterable<[string, string]>;
type RequestInfo = Request | string | URL;

declare class DOMException extends Error {
  constructor(message?: string, name?: string);
  readonly code: number;
}

// ---- events ----

declare class Event {
  constructor(type: string, init?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean });
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly timeStamp: number;
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}

type EventListenerOrObject<E = Event> = ((event: E) => void) | { handleEvent(event: E): void };

interface EventListenerOptions {
  capture?: boolean;
  once?: boolean;
  passive?: boolean;
  signal?: AbortSignal;
}

declare class EventTarget<Events extends Record<string, Event> = Record<string, Event>> {
  constructor();
  addEventListener<Type extends keyof Events>(type: Type, listener: EventListenerOrObject<Events[Type]>, options?: EventListenerOptions | boolean): void;
  removeEventListener<Type extends keyof Events>(type: Type, listener: EventListenerOrObject<Events[Type]>, options?: EventListenerOptions | boolean): void;
  dispatchEvent(event: Event): boolean;
}

declare class CustomEvent<T = any> extends Event {
  constructor(type: string, init?: { detail?: T; bubbles?: boolean; cancelable?: boolean });
  readonly detail: T;
}

declare class ErrorEvent extends Event {
  readonly message: string;
  readonly error: any;
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
}

declare class MessageEvent<T = any> extends Event {
  constructor(type: string, init?: { data?: T });
  readonly data: T;
}

declare class CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

/** Cancels what takes its `signal`. */
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}

declare class AbortSignal extends EventTarget {
  /** A signal that is aborted already. */
  static abort(reason?: any): AbortSignal;
  /** A signal that is aborted when any of these is. */
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  /** A signal that is aborted after so many milliseconds. */
  static timeout(milliseconds: number): AbortSignal;
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: Event) => void) | null;
  throwIfAborted(): void;
}

// ---- console, timers, others ----

interface Console {
  log(...data: any[]): void;
  debug(...data: any[]): void;
  info(...data: any[]): void;
  warn(...data: any[]): void;
  error(...data: any[]): void;
  trace(...data: any[]): void;
  assert(condition?: boolean, ...data: any[]): void;
  table(data?: any, properties?: string[]): void;
  dir(item?: any, options?: any): void;
  group(...data: any[]): void;
  groupCollapsed(...data: any[]): void;
  groupEnd(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  time(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  timeEnd(label?: string): void;
  clear(): void;
}
declare const console: Console;

/** Calls a function after so many milliseconds, while its event is being handled. */
declare function setTimeout<Args extends any[]>(callback: (...args: Args) => void, delay?: number, ...args: Args): number;
declare function clearTimeout(id: number | null | undefined): void;
declare function setInterval<Args extends any[]>(callback: (...args: Args) => void, delay?: number, ...args: Args): number;
declare function clearInterval(id: number | null | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function reportError(error: any): void;
/** A deep copy by the structured clone algorithm. */
declare function structuredClone<T>(value: T, options?: { transfer?: any[] }): T;
declare function atob(data: string): string;
declare function btoa(data: string): string;

interface Scheduler {
  /** A promise that is fulfilled after so many milliseconds. */
  wait(delay: number, options?: { signal?: AbortSignal }): Promise<void>;
}
declare const scheduler: Scheduler;

interface Performance {
  /** Milliseconds; stands still while code runs. */
  now(): number;
  readonly timeOrigin: number;
}
declare const performance: Performance;

interface Navigator {
  readonly userAgent: string;
  readonly hardwareConcurrency: number;
  readonly language: string;
}
declare const navigator: Navigator;
declare const self: typeof globalThis;

// ---- URL ----

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string | URL, base?: string | URL): boolean;
  static parse(url: string | URL, base?: string | URL): URL | null;
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
  toJSON(): string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]> | URLSearchParams);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  forEach(callback: (value: string, key: string, parent: URLSearchParams) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
  toString(): string;
}

interface URLPatternInit {
  protocol?: string;
  username?: string;
  password?: string;
  hostname?: string;
  port?: string;
  pathname?: string;
  search?: string;
  hash?: string;
  baseURL?: string;
}
interface URLPatternComponentResult {
  input: string;
  groups: Record<string, string | undefined>;
}
interface URLPatternResult {
  inputs: (string | URLPatternInit)[];
  protocol: URLPatternComponentResult;
  hostname: URLPatternComponentResult;
  port: URLPatternComponentResult;
  pathname: URLPatternComponentResult;
  search: URLPatternComponentResult;
  hash: URLPatternComponentResult;
}
declare class URLPattern {
  constructor(input?: string | URLPatternInit, base?: string | { ignoreCase?: boolean });
  readonly pathname: string;
  readonly hostname: string;
  readonly search: string;
  test(input?: string | URLPatternInit, base?: string): boolean;
  exec(input?: string | URLPatternInit, base?: string): URLPatternResult | null;
}

// ---- encoding ----

declare class TextEncoder {
  readonly encoding: string;
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(input: string, buffer: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(input?: BufferSource, options?: { stream?: boolean }): string;
}

// ---- streams ----

interface QueuingStrategy<T = any> {
  highWaterMark?: number;
  size?: (chunk: T) => number;
}
declare class CountQueuingStrategy implements QueuingStrategy {
  constructor(init: { highWaterMark: number });
  readonly highWaterMark: number;
  readonly size: (chunk?: any) => number;
}
declare class ByteLengthQueuingStrategy implements QueuingStrategy<ArrayBufferView> {
  constructor(init: { highWaterMark: number });
  readonly highWaterMark: number;
  readonly size: (chunk?: any) => number;
}

interface ReadableStreamDefaultController<R = any> {
  readonly desiredSize: number | null;
  enqueue(chunk: R): void;
  close(): void;
  error(reason?: any): void;
}
interface ReadableByteStreamController {
  readonly byobRequest: { readonly view: Uint8Array | null; respond(bytes: number): void; respondWithNewView(view: ArrayBufferView): void } | null;
  readonly desiredSize: number | null;
  enqueue(chunk: ArrayBufferView): void;
  close(): void;
  error(reason?: any): void;
}
interface UnderlyingSource<R = any> {
  type?: undefined;
  start?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
  pull?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
  cancel?(reason?: any): void | Promise<void>;
}
interface UnderlyingByteSource {
  type: 'bytes';
  autoAllocateChunkSize?: number;
  start?(controller: ReadableByteStreamController): void | Promise<void>;
  pull?(controller: ReadableByteStreamController): void | Promise<void>;
  cancel?(reason?: any): void | Promise<void>;
}
interface UnderlyingSink<W = any> {
  start?(controller: WritableStreamDefaultController): void | Promise<void>;
  write?(chunk: W, controller: WritableStreamDefaultController): void | Promise<void>;
  close?(): void | Promise<void>;
  abort?(reason?: any): void | Promise<void>;
}
interface WritableStreamDefaultController {
  readonly signal: AbortSignal;
  error(reason?: any): void;
}
interface TransformStreamDefaultController<O = any> {
  readonly desiredSize: number | null;
  enqueue(chunk: O): void;
  error(reason?: any): void;
  terminate(): void;
}
interface Transformer<I = any, O = any> {
  start?(controller: TransformStreamDefaultController<O>): void | Promise<void>;
  transform?(chunk: I, controller: TransformStreamDefaultController<O>): void | Promise<void>;
  flush?(controller: TransformStreamDefaultController<O>): void | Promise<void>;
  cancel?(reason?: any): void | Promise<void>;
}
interface StreamPipeOptions {
  preventClose?: boolean;
  preventAbort?: boolean;
  preventCancel?: boolean;
  signal?: AbortSignal;
}
type ReadResult<R> = { done: false; value: R } | { done: true; value?: undefined };

declare class ReadableStream<R = any> implements AsyncIterable<R> {
  constructor(source?: UnderlyingSource<R> | UnderlyingByteSource, strategy?: QueuingStrategy<R>);
  /** A stream of what an iterable gives. */
  static from<T>(iterable: Iterable<T> | AsyncIterable<T>): ReadableStream<T>;
  readonly locked: boolean;
  cancel(reason?: any): Promise<void>;
  getReader(): ReadableStreamDefaultReader<R>;
  getReader(options: { mode: 'byob' }): ReadableStreamBYOBReader;
  pipeThrough<T>(transform: { readable: ReadableStream<T>; writable: WritableStream<R> }, options?: StreamPipeOptions): ReadableStream<T>;
  pipeTo(destination: WritableStream<R>, options?: StreamPipeOptions): Promise<void>;
  tee(): [ReadableStream<R>, ReadableStream<R>];
  values(options?: { preventCancel?: boolean }): AsyncIterableIterator<R>;
  [Symbol.asyncIterator](options?: { preventCancel?: boolean }): AsyncIterableIterator<R>;
}
declare class ReadableStreamDefaultReader<R = any> {
  constructor(stream: ReadableStream<R>);
  readonly closed: Promise<void>;
  read(): Promise<ReadResult<R>>;
  cancel(reason?: any): Promise<void>;
  releaseLock(): void;
}
declare class ReadableStreamBYOBReader {
  constructor(stream: ReadableStream);
  readonly closed: Promise<void>;
  read<T extends ArrayBufferView>(view: T, options?: { min?: number }): Promise<ReadResult<T>>;
  readAtLeast<T extends ArrayBufferView>(minimum: number, view: T): Promise<ReadResult<T>>;
  cancel(reason?: any): Promise<void>;
  releaseLock(): void;
}
declare class WritableStream<W = any> {
  constructor(sink?: UnderlyingSink<W>, strategy?: QueuingStrategy<W>);
  readonly locked: boolean;
  abort(reason?: any): Promise<void>;
  close(): Promise<void>;
  getWriter(): WritableStreamDefaultWriter<W>;
}
declare class WritableStreamDefaultWriter<W = any> {
  constructor(stream: WritableStream<W>);
  readonly closed: Promise<void>;
  readonly ready: Promise<void>;
  readonly desiredSize: number | null;
  write(chunk?: W): Promise<void>;
  abort(reason?: any): Promise<void>;
  close(): Promise<void>;
  releaseLock(): void;
}
declare class TransformStream<I = any, O = any> {
  constructor(transformer?: Transformer<I, O>, writable?: QueuingStrategy<I>, readable?: QueuingStrategy<O>);
  readonly readable: ReadableStream<O>;
  readonly writable: WritableStream<I>;
}
/** Passes bytes on as they are. */
declare class IdentityTransformStream extends TransformStream<Uint8Array, Uint8Array> {}
/** Passes exactly so many bytes on; gives a response its Content-Length. */
declare class FixedLengthStream extends IdentityTransformStream {
  constructor(length: number | bigint);
}
declare class TextEncoderStream extends TransformStream<string, Uint8Array> {}
declare class TextDecoderStream extends TransformStream<BufferSource, string> {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
}
declare class CompressionStream extends TransformStream<BufferSource, Uint8Array> {
  constructor(format: 'gzip' | 'deflate' | 'deflate-raw');
}
declare class DecompressionStream extends TransformStream<BufferSource, Uint8Array> {
  constructor(format: 'gzip' | 'deflate' | 'deflate-raw');
}

// ---- fetch ----

declare class Blob {
  constructor(parts?: (BufferSource | Blob | string)[], options?: { type?: string; endings?: 'transparent' | 'native' });
  readonly size: number;
  readonly type: string;
  slice(start?: number, end?: number, type?: string): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  stream(): ReadableStream<Uint8Array>;
}
declare class File extends Blob {
  constructor(parts: (BufferSource | Blob | string)[], name: string, options?: { type?: string; lastModified?: number });
  readonly name: string;
  readonly lastModified: number;
}
declare class FormData implements Iterable<[string, File | string]> {
  append(name: string, value: string | Blob, filename?: string): void;
  delete(name: string): void;
  get(name: string): File | string | null;
  getAll(name: string): (File | string)[];
  has(name: string): boolean;
  set(name: string, value: string | Blob, filename?: string): void;
  forEach(callback: (value: File | string, key: string, parent: FormData) => void): void;
  entries(): IterableIterator<[string, File | string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<File | string>;
  [Symbol.iterator](): IterableIterator<[string, File | string]>;
}
declare class Headers implements Iterable<[string, string]> {
  constructor(init?: HeadersInit);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  /** All values of `Set-Cookie`, each of its own. */
  getSetCookie(): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(callback: (value: string, key: string, parent: Headers) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
interface Body {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
  blob(): Promise<Blob>;
  formData(): Promise<FormData>;
  json<T = any>(): Promise<T>;
  text(): Promise<string>;
}
interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  redirect?: 'follow' | 'manual' | 'error';
  signal?: AbortSignal | null;
  cache?: 'no-store' | 'no-cache';
  /** What Cloudflare's network is told of the request. */
  cf?: Record<string, any>;
}
interface Request extends Body {}
/** An HTTP request: what came in, or what is to be sent. */
declare class Request {
  constructor(input: RequestInfo, init?: RequestInit);
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly signal: AbortSignal;
  /** What Cloudflare's network knows of the request. */
  readonly cf?: Record<string, any>;
  clone(): Request;
}
interface ResponseInit {
  status?: number;
  statusText?: string;
  headers?: HeadersInit;
  encodeBody?: 'automatic' | 'manual';
  webSocket?: WebSocket | null;
  cf?: Record<string, any>;
}
interface Response extends Body {}
/** An HTTP response. */
declare class Response {
  constructor(body?: BodyInit | null, init?: ResponseInit);
  static error(): Response;
  /** A response with JSON as its body and the right `Content-Type`. */
  static json(data: any, init?: ResponseInit): Response;
  static redirect(url: string | URL, status?: 301 | 302 | 303 | 307 | 308): Response;
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly redirected: boolean;
  readonly url: string;
  readonly type: string;
  readonly headers: Headers;
  readonly webSocket: WebSocket | null;
  clone(): Response;
}
/** Sends a request. In a dynamic worker it goes where its parent's `globalOutbound` says, or is refused. */
declare function fetch(input: RequestInfo, init?: RequestInit): Promise<Response>;

// ---- web sockets ----

interface WebSocketEvents extends Record<string, Event> {
  message: MessageEvent<string | ArrayBuffer>;
  close: CloseEvent;
  error: ErrorEvent;
  open: Event;
}
declare class WebSocket extends EventTarget<WebSocketEvents> {
  constructor(url: string | URL, protocols?: string | string[]);
  static readonly CONNECTING: 0;
  static readonly OPEN: 1;
  static readonly CLOSING: 2;
  static readonly CLOSED: 3;
  readonly readyState: number;
  readonly url: string | null;
  readonly protocol: string | null;
  /** Begins to receive; needed for sockets of a `WebSocketPair` and of `fetch()`. */
  accept(): void;
  send(message: string | ArrayBuffer | ArrayBufferView): void;
  close(code?: number, reason?: string): void;
  serializeAttachment(attachment: any): void;
  deserializeAttachment(): any;
}
/** Two sockets that are connected to each other: give 0 to the client, keep 1. */
declare const WebSocketPair: { new (): { 0: WebSocket; 1: WebSocket } };

declare class EventSource extends EventTarget {
  constructor(url: string | URL);
  readonly readyState: number;
  readonly url: string;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

// ---- crypto ----

type AlgorithmIdentifier = string | (Record<string, any> & { name: string });
interface CryptoKey {
  readonly type: 'secret' | 'private' | 'public';
  readonly extractable: boolean;
  readonly algorithm: Record<string, any> & { name: string };
  readonly usages: string[];
}
interface CryptoKeyPair {
  publicKey: CryptoKey;
  privateKey: CryptoKey;
}
interface SubtleCrypto {
  encrypt(algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  decrypt(algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  sign(algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  verify(algorithm: AlgorithmIdentifier, key: CryptoKey, signature: BufferSource, data: BufferSource): Promise<boolean>;
  digest(algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer>;
  generateKey(algorithm: AlgorithmIdentifier, extractable: boolean, usages: string[]): Promise<CryptoKey | CryptoKeyPair>;
  deriveKey(algorithm: AlgorithmIdentifier, base: CryptoKey, derived: AlgorithmIdentifier, extractable: boolean, usages: string[]): Promise<CryptoKey>;
  deriveBits(algorithm: AlgorithmIdentifier, base: CryptoKey, length?: number | null): Promise<ArrayBuffer>;
  importKey(format: 'raw' | 'pkcs8' | 'spki' | 'jwk', data: BufferSource | Record<string, any>, algorithm: AlgorithmIdentifier, extractable: boolean, usages: string[]): Promise<CryptoKey>;
  exportKey(format: 'raw' | 'pkcs8' | 'spki' | 'jwk', key: CryptoKey): Promise<any>;
  wrapKey(format: string, key: CryptoKey, wrapping: CryptoKey, algorithm: AlgorithmIdentifier): Promise<ArrayBuffer>;
  unwrapKey(format: string, wrapped: BufferSource, unwrapping: CryptoKey, unwrap: AlgorithmIdentifier, algorithm: AlgorithmIdentifier, extractable: boolean, usages: string[]): Promise<CryptoKey>;
  timingSafeEqual(a: BufferSource, b: BufferSource): boolean;
}
interface Crypto {
  readonly subtle: SubtleCrypto;
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): string;
  DigestStream: { new (algorithm: AlgorithmIdentifier): WritableStream & { readonly digest: Promise<ArrayBuffer> } };
}
declare const crypto: Crypto;

// ---- cache ----

interface Cache {
  match(request: RequestInfo, options?: { ignoreMethod?: boolean }): Promise<Response | undefined>;
  put(request: RequestInfo, response: Response): Promise<void>;
  delete(request: RequestInfo, options?: { ignoreMethod?: boolean }): Promise<boolean>;
}
interface CacheStorage {
  readonly default: Cache;
  open(name: string): Promise<Cache>;
}
declare const caches: CacheStorage;

// ---- WebAssembly ----

declare namespace WebAssembly {
  class Module {
    constructor(bytes: BufferSource);
    static exports(module: Module): { name: string; kind: string }[];
    static imports(module: Module): { module: string; name: string; kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, any>>);
    readonly exports: Record<string, any>;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Table {
    constructor(descriptor: { element: string; initial: number; maximum?: number });
    readonly length: number;
    get(index: number): any;
    set(index: number, value?: any): void;
    grow(delta: number): number;
  }
  class Global {
    constructor(descriptor: { value: string; mutable?: boolean }, value?: any);
    value: any;
  }
  class CompileError extends Error {}
  class LinkError extends Error {}
  class RuntimeError extends Error {}
  function instantiate(module: Module, imports?: Record<string, Record<string, any>>): Promise<Instance>;
  function validate(bytes: BufferSource): boolean;
}

// ---- HTMLRewriter ----

interface HTMLRewriterContentOptions {
  html?: boolean;
}
interface HTMLRewriterElement {
  tagName: string;
  readonly attributes: Iterable<[string, string]>;
  readonly removed: boolean;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): this;
  removeAttribute(name: string): this;
  before(content: string, options?: HTMLRewriterContentOptions): this;
  after(content: string, options?: HTMLRewriterContentOptions): this;
  prepend(content: string, options?: HTMLRewriterContentOptions): this;
  append(content: string, options?: HTMLRewriterContentOptions): this;
  replace(content: string, options?: HTMLRewriterContentOptions): this;
  setInnerContent(content: string, options?: HTMLRewriterContentOptions): this;
  remove(): this;
  removeAndKeepContent(): this;
  onEndTag(handler: (tag: { name: string; remove(): any; before(content: string): any; after(content: string): any }) => void | Promise<void>): void;
}
interface HTMLRewriterText {
  readonly text: string;
  readonly lastInTextNode: boolean;
  before(content: string, options?: HTMLRewriterContentOptions): this;
  after(content: string, options?: HTMLRewriterContentOptions): this;
  replace(content: string, options?: HTMLRewriterContentOptions): this;
  remove(): this;
}
declare class HTMLRewriter {
  on(selector: string, handlers: { element?(element: HTMLRewriterElement): void | Promise<void>; text?(text: HTMLRewriterText): void | Promise<void>; comments?(comment: any): void | Promise<void> }): this;
  onDocument(handlers: { doctype?(doctype: any): void; comments?(comment: any): void; text?(text: HTMLRewriterText): void; end?(end: any): void }): this;
  transform(response: Response): Response;
}
