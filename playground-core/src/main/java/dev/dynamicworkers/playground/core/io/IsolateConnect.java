package dev.dynamicworkers.playground.core.io;

/// A TCP connection that guest code asked for: that it is open ends a host operation of the sender's isolate. Runs on
/// the event loop's thread.
final class IsolateConnect implements ConnectCall {
    private final InvocationContext sender;
    private final int op;

    IsolateConnect(InvocationContext sender, int op) {
        this.sender = sender;
        this.op = op;
    }

    @Override
    public InvocationContext sender() {
        return sender.living();
    }

    @Override
    public void opened(ByteSocket socket) {
        sender.worker().isolate().loop().post(() -> {
            InvocationContext receiver = sender.living();
            if (receiver.isEnded()) {
                socket.control().close();
                return;
            }
            receiver.onEnd(socket.control()::close);
            int input = receiver.importObject(socket.input());
            int output = receiver.importObject(socket.output());
            int control = receiver.importObject(socket.control());
            sender.worker()
                    .isolate()
                    .answerOpNow(
                            op, "modules/sockets.opened", op, input, output, control, socket.local(), socket.remote());
        });
    }

    @Override
    public void fail(Failure failure) {
        sender.worker().isolate().answerOp(op, "io/outbound.refuse", op, failure.encoded(), failure.remote());
    }
}
