package dev.dynamicworkers.playground.core.process;

/// What a frame says. `id` of a frame is the call it belongs to, or the project where that is said.
enum FrameKind {
    /// Child: the engine is up; JSON of its status.
    HELLO,
    /// Both ways: a heartbeat and its answer.
    PING,
    PONG,

    /// Parent: make project `id` of `[project, options]`.
    START,
    /// Parent: let go of project `id`.
    CLOSE,
    /// Parent: deliver `[project id, invocation, body]`, where body is `none`, `bytes` or `stream`.
    DISPATCH,
    /// Parent: nobody waits for the call any more.
    CANCEL,
    /// Parent: questions about `[project id]`; the first is whether it could be started.
    READY,
    ISOLATES,
    TESTS,
    STOP,
    RESET,
    /// Parent: forget loader id, of `[project id, loader id]`.
    FORGET,
    /// Parent: end an idle dynamic worker, of `[project id, isolate]`.
    EVICT,
    /// Parent: end an isolate whatever it does, of `[project id, isolate]`.
    KILL,
    /// Parent: a question about the stores, `[project id, query]`.
    STATE,
    /// Parent: put other network rules into force, of `[project id, rules]`.
    NETWORK,
    /// Child: a question that guest code waits on, `[project id, question]`; `id` is a number of its own.
    QUESTION,
    /// Parent: the word of the verdict on question `id`.
    VERDICT,

    /// Parent: put an overlay in force, of `[project id, overlay]`.
    OVERLAY,
    /// Parent: hand over what is due in the queues of `[project id]`; a list of deliveries.
    DELIVER,
    /// Parent: fire the cron triggers of `[project id]` at their times, or no more.
    START_CRONS,
    STOP_CRONS,
    /// Child: a cron trigger of project `id` has fired, `[expression, result]`.
    CRON,
    /// Parent: what an isolate runs, of `[project id, isolate]`; a list of one or none.
    VIEW,

    /// Parent: where code stands still, of `[project id, plan]`.
    DEBUG,
    /// Parent: how code goes on that stands still, of `[project id, pause, step]`.
    GO_ON,
    /// Parent: a question about code that stands still, `[project id, pause, look]`; a list of what is seen.
    LOOK,
    /// Child: code of project `id` stands still; the pause.
    PAUSED,
    /// Child: the pause of project `id` is over.
    RESUMED,

    /// Parent: take samples of what the code of `[project id]` does.
    BEGIN_PROFILE,
    /// Parent: take no more samples of `[project id]`; the profile.
    END_PROFILE,

    /// Parent: raw bytes of a request body that is known as a whole, before its `DISPATCH`.
    WHOLE_BODY,
    /// Parent: raw bytes of a request body that is streamed.
    BODY,
    /// Parent: the request body is complete, or broke off.
    BODY_END,
    BODY_BROKEN,
    /// Child: so many bytes more of the request body may come.
    BODY_CREDIT,
    /// Child: nobody reads the request body any more.
    BODY_UNWANTED,

    /// Child: `[status, status text, headers]`.
    HEAD,
    /// Child: raw bytes of a response body.
    CHUNK,
    /// Child: the response body is complete, or broke off.
    END,
    END_BROKEN,
    /// Parent: so many bytes more of the response body may come.
    CREDIT,

    /// Child: the worker accepted a web socket with these headers, and asks whether somebody holds it.
    UPGRADE,
    /// Parent: the socket is held, or let go of.
    UPGRADE_TAKEN,
    UPGRADE_REFUSED,
    /// Both ways: a message of the web socket of call `id`: UTF-8, raw bytes, `[code, reason]`, or why it is lost.
    SOCKET_TEXT,
    SOCKET_BINARY,
    SOCKET_CLOSE,
    SOCKET_LOST,
    /// Both ways: so much more may be sent over the web socket.
    SOCKET_CREDIT,

    /// Child: the answer to a call, as JSON; always its last frame.
    REPLY,
    /// Child: the call failed, in one sentence.
    FAILURE,
    /// Child: isolate `id` of the engine was told to end while code of it runs, `[worker, outcome, reason]`.
    ENDING,
    /// Child: the code of isolate `id` does not yield.
    UNYIELDING,
    /// Child: the code of isolate `id` does not run any more.
    YIELDED,
    /// Parent: whether the engine is as good as new once `[project id]` is closed. No answer but an empty one, or the
    /// news that it is damaged.
    SOUND,
    /// Child: the process has to be replaced; why, as the end of a sentence.
    DAMAGED,
    /// Child: a batch of tail events of project `id`.
    TAIL;

    private static final FrameKind[] ALL = values();

    /// The kind with this number.
    static FrameKind of(int number) {
        if (number < 0 || number >= ALL.length) {
            throw new WireViolation("a message of the unknown kind " + number);
        }
        return ALL[number];
    }
}
