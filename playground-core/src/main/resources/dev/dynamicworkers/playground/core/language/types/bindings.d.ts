// What can be in a worker's `env`.

// ---- KV ----

interface KVNamespaceGetOptions<Type> {
  type: Type;
  cacheTtl?: number;
}
interface KVNamespace<Key extends string = string> {
  /** The value of a key; null when there is none. */
  get(key: Key, options?: { cacheTtl?: number }): Promise<string | null>;
  get(key: Key, type: 'text' | KVNamespaceGetOptions<'text'>): Promise<string | null>;
  get<T = any>(key: Key, type: 'json' | KVNamespaceGetOptions<'json'>): Promise<T | null>;
  get(key: Key, type: 'arrayBuffer' | KVNamespaceGetOptions<'arrayBuffer'>): Promise<ArrayBuffer | null>;
  get(key: Key, type: 'stream' | KVNamespaceGetOptions<'stream'>): Promise<ReadableStream | null>;
  get<T = string>(keys: Key[], type?: 'text' | 'json'): Promise<Map<string, T | null>>;
  getWithMetadata<Value = string, Metadata = any>(key: Key, type?: any): Promise<{ value: Value | null; metadata: Metadata | null; cacheStatus: string | null }>;
  put(key: Key, value: string | ArrayBuffer | ArrayBufferView | ReadableStream, options?: { expiration?: number; expirationTtl?: number; metadata?: any }): Promise<void>;
  delete(key: Key): Promise<void>;
  list<Metadata = any>(options?: { prefix?: string | null; limit?: number; cursor?: string | null }): Promise<
    | { list_complete: true; keys: { name: string; expiration?: number; metadata?: Metadata }[]; cacheStatus: string | null }
    | { list_complete: false; keys: { name: string; expiration?: number; metadata?: Metadata }[]; cursor: string; cacheStatus: string | null }
  >;
}

// ---- R2 ----

interface R2Object {
  readonly key: string;
  readonly version: string;
  readonly size: number;
  readonly etag: string;
  readonly httpEtag: string;
  readonly uploaded: Date;
  readonly httpMetadata?: R2HTTPMetadata;
  readonly customMetadata?: Record<string, string>;
  readonly range?: { offset: number; length: number };
  writeHttpMetadata(headers: Headers): void;
}
interface R2ObjectBody extends R2Object {
  readonly body: ReadableStream;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  json<T = any>(): Promise<T>;
  blob(): Promise<Blob>;
}
interface R2HTTPMetadata {
  contentType?: string;
  contentLanguage?: string;
  contentDisposition?: string;
  contentEncoding?: string;
  cacheControl?: string;
  cacheExpiry?: Date;
}
interface R2Conditional {
  etagMatches?: string;
  etagDoesNotMatch?: string;
  uploadedBefore?: Date;
  uploadedAfter?: Date;
}
type R2Value = ReadableStream | ArrayBuffer | ArrayBufferView | string | null | Blob;
interface R2PutOptions {
  onlyIf?: R2Conditional | Headers;
  httpMetadata?: R2HTTPMetadata | Headers;
  customMetadata?: Record<string, string>;
  md5?: ArrayBuffer | string;
  sha1?: ArrayBuffer | string;
  sha256?: ArrayBuffer | string;
  storageClass?: string;
}
interface R2MultipartUpload {
  readonly key: string;
  readonly uploadId: string;
  uploadPart(part: number, value: R2Value): Promise<{ partNumber: number; etag: string }>;
  abort(): Promise<void>;
  complete(parts: { partNumber: number; etag: string }[]): Promise<R2Object>;
}
interface R2Bucket {
  head(key: string): Promise<R2Object | null>;
  get(key: string, options?: { onlyIf?: R2Conditional | Headers; range?: { offset?: number; length?: number; suffix?: number } | Headers }): Promise<R2ObjectBody | null>;
  put(key: string, value: R2Value, options?: R2PutOptions): Promise<R2Object>;
  delete(keys: string | string[]): Promise<void>;
  list(options?: { limit?: number; prefix?: string; cursor?: string; delimiter?: string; startAfter?: string; include?: ('httpMetadata' | 'customMetadata')[] }): Promise<{
    objects: R2Object[];
    truncated: boolean;
    cursor?: string;
    delimitedPrefixes: string[];
  }>;
  createMultipartUpload(key: string, options?: R2PutOptions): Promise<R2MultipartUpload>;
  resumeMultipartUpload(key: string, uploadId: string): R2MultipartUpload;
}

// ---- D1 ----

interface D1Result<T = any> {
  success: true;
  results: T[];
  meta: { duration: number; changes: number; last_row_id: number; rows_read: number; rows_written: number; changed_db: boolean; size_after: number };
}
interface D1PreparedStatement {
  /** The same statement with its `?` bound to these values. */
  bind(...values: any[]): D1PreparedStatement;
  /** The first row, or one column of it; null when there is none. */
  first<T = any>(column?: string): Promise<T | null>;
  run<T = any>(): Promise<D1Result<T>>;
  all<T = any>(): Promise<D1Result<T>>;
  raw<T = any[]>(options?: { columnNames?: boolean }): Promise<T[]>;
}
interface D1Database {
  prepare(query: string): D1PreparedStatement;
  /** Runs all of them in one transaction. */
  batch<T = any>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]>;
  exec(query: string): Promise<{ count: number; duration: number }>;
  withSession(constraint?: string): D1Database;
}

// ---- queues ----

type QueueContentType = 'text' | 'bytes' | 'json' | 'v8';
interface Queue<Body = any> {
  send(message: Body, options?: { contentType?: QueueContentType; delaySeconds?: number }): Promise<void>;
  sendBatch(messages: Iterable<{ body: Body; contentType?: QueueContentType; delaySeconds?: number }>, options?: { delaySeconds?: number }): Promise<void>;
}
interface Message<Body = any> {
  readonly id: string;
  readonly timestamp: Date;
  readonly body: Body;
  readonly attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}
interface MessageBatch<Body = any> {
  readonly queue: string;
  readonly messages: readonly Message<Body>[];
  ackAll(): void;
  retryAll(options?: { delaySeconds?: number }): void;
}

// ---- others ----

interface AnalyticsEngineDataset {
  writeDataPoint(event?: { indexes?: (string | ArrayBuffer | null)[]; doubles?: number[]; blobs?: (string | ArrayBuffer | null)[] }): void;
}
interface RateLimit {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}
interface WorkerVersionMetadata {
  readonly id: string;
  readonly tag: string;
  readonly timestamp: string;
}
