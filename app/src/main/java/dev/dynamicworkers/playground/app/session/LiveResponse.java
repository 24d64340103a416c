package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.fx.FrameBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What has come so far of the response that is on its way. FX thread; the engine's side is [ResponseCollector].
public final class LiveResponse {
    private static final int MOST_PIECES = 2_000;
    private static final int PREVIEW = 400;

    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper bytes = new ReadOnlyLongWrapper();
    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();
    private final ObservableList<Piece> piecesView = FXCollections.unmodifiableObservableList(pieces);
    private final FrameBatch<Piece> batch;
    private long run;

    /// A piece of the body while it is live.
    ///
    /// @param run number of the run
    /// @param status `200 OK` for the piece that stands for the head, else empty
    /// @param preview its beginning as text
    public record Piece(long run, String status, StreamChunk chunk, String preview) {}

    /// @param frames runs work on the FX thread at the next frame
    LiveResponse(Executor frames) {
        batch = FrameBatch.of(frames, 20_000, this::take);
    }

    void begin(long number) {
        run = number;
        status.set("");
        bytes.set(0);
        pieces.clear();
    }

    /// Tells of the head. Safe on any thread.
    void head(long number, String statusLine) {
        batch.add(new Piece(number, statusLine, new StreamChunk(0, 0, 0), ""));
    }

    /// Tells of a piece. Safe on any thread.
    void piece(long number, StreamChunk chunk, byte[] content) {
        String preview = new String(content, 0, Math.min(content.length, PREVIEW), StandardCharsets.UTF_8);
        batch.add(new Piece(number, "", chunk, preview));
    }

    private void take(List<Piece> arrived) {
        List<Piece> ours = arrived.stream().filter(piece -> piece.run() == run).toList();
        for (Piece piece : ours) {
            if (!piece.status().isEmpty()) {
                status.set(piece.status());
            } else {
                bytes.set(Math.max(
                        bytes.get(), piece.chunk().offset() + piece.chunk().length()));
            }
        }
        List<Piece> parts =
                ours.stream().filter(piece -> piece.status().isEmpty()).toList();
        int excess = pieces.size() + parts.size() - MOST_PIECES;
        if (excess > 0) {
            pieces.remove(0, Math.min(excess, pieces.size()));
        }
        pieces.addAll(parts.subList(Math.max(0, parts.size() - MOST_PIECES), parts.size()));
    }

    /// The status line, empty before it came.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Bytes of the body so far.
    public ReadOnlyLongProperty bytesProperty() {
        return bytes.getReadOnlyProperty();
    }

    /// The newest pieces, oldest first.
    public ObservableList<Piece> pieces() {
        return piecesView;
    }
}
