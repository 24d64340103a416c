package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.StreamSource;
import dev.dynamicworkers.playground.core.project.network.AddedHeader;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord.Field;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What one request and its answer consist of, copied for people while it passes: nothing is held back or waited for.
/// Told at the answer's head, and again when its body is over. Runs on the event loop's thread.
final class Exchange {
    /// Exchanges of one invocation that are recorded; of later ones only what every request leaves.
    private static final int MOST = 200;

    /// Numbers that JSON has a word for.
    private static final long NUMBERS = 1L << 53;

    /// Kept beyond what is told, so that no half of a secret is left at the end.
    private static final int MARGIN = 16 << 10;

    /// Bytes of a character in UTF-8, at most.
    private static final int LONGEST_CHARACTER = 4;

    private final InvocationContext by;
    private final Secrets secrets;
    private final Room room;
    private final long number = ThreadLocalRandom.current().nextLong(NUMBERS);
    private final Copied sent = new Copied();
    private final Copied got = new Copied();
    private List<Field> sentFields = List.of();
    private @Nullable List<Field> gotFields;
    private boolean told;

    private Exchange(InvocationContext by, Secrets secrets, Room room) {
        this.by = by;
        this.secrets = secrets;
        this.room = room;
    }

    /// Begins to copy, if anybody wants to see it.
    static @Nullable Exchange begin(@Nullable InvocationContext by, Secrets secrets, Room room) {
        return by != null && by.worker().recordsContent() && by.trace().exchangeRecorded() <= MOST
                ? new Exchange(by, secrets, room)
                : null;
    }

    long number() {
        return number;
    }

    /// The request, whose body is copied while it is read.
    FetchMessage sends(FetchMessage message) {
        sentFields = fields(message.headers());
        return new FetchMessage(
                message.method(),
                message.url(),
                message.headers(),
                sent.copying(message.body()),
                message.redirect(),
                message.cf());
    }

    /// A rule sets headers on it, in the place of those of the worker; what is told are their templates.
    void adds(List<AddedHeader> headers) {
        List<Field> all = new ArrayList<>(sentFields);
        for (AddedHeader header : headers) {
            all.removeIf(field -> field.name().equals(header.name()));
            all.add(field(header.name(), header.template()));
        }
        sentFields = all;
    }

    /// The answer, whose body is copied while it is read.
    FetchCall.Answer answers(FetchCall.Answer answer) {
        gotFields = fields(answer.headers());
        return new FetchCall.Answer(
                answer.status(), answer.statusText(), answer.headers(), got.copying(answer.body()), answer.webSocket());
    }

    private List<Field> fields(String headers) {
        List<Field> fields = new ArrayList<>();
        String[] given = headers.isEmpty() ? new String[0] : headers.split("\n", -1);
        for (int i = 0; i + 1 < given.length && fields.size() < ExchangeRecord.MOST_FIELDS; i += 2) {
            fields.add(field(given[i], given[i + 1]));
        }
        return fields;
    }

    private Field field(String name, String value) {
        return new Field(clipped(name.toLowerCase(Locale.ROOT)), clipped(value));
    }

    /// Masked before it is clipped, so that no half of a secret is left; of long text only a beginning is read.
    private String clipped(String text) {
        String masked = secrets.mask(text.length() > MARGIN ? text.substring(0, MARGIN) : text);
        return masked.length() <= ExchangeRecord.MOST_TEXT ? masked : masked.substring(0, ExchangeRecord.MOST_TEXT);
    }

    /// Tells what there is of it by now.
    void tell() {
        told = true;
        List<Field> answered = gotFields;
        ExchangeRecord record =
                new ExchangeRecord(number, sent.message(sentFields), answered == null ? null : got.message(answered));
        by.worker().emit(new TailEvent.Exchange(by.worker().id(), Instant.now(), by.id(), record));
        if (sent.over && got.over) {
            sent.letGo();
            got.letGo();
        }
    }

    /// Memory for bodies that are under way, of all requests of a project together. What finds no room is not copied.
    static final class Room {
        private static final int MOST_BYTES = 16 << 20;
        private int taken;

        private int take(int wanted) {
            int given = Math.min(wanted, MOST_BYTES - taken);
            taken += given;
            return given;
        }

        private void giveBack(int bytes) {
            taken -= bytes;
        }
    }

    /// A body, as much of it as is kept.
    private final class Copied {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long bytes;
        private boolean over = true;
        private boolean isFull;

        Body copying(Body body) {
            switch (body) {
                case Body.None none -> {}
                case Body.Text(String text) -> add(text.getBytes(StandardCharsets.UTF_8));
                case Body.Bytes(byte[] all) -> add(all);
                case Body.Stream(StreamSource source) -> {
                    over = false;
                    return new Body.Stream(new Tapped(source, this));
                }
            }
            return body;
        }

        private void add(byte[] chunk) {
            bytes += chunk.length;
            if (isFull) {
                return;
            }
            int wanted = Math.min(chunk.length, ExchangeRecord.MOST_BODY + MARGIN - kept.size());
            int given = room.take(wanted);
            kept.write(chunk, 0, given);
            // What is kept is a beginning, without gaps.
            isFull = given < chunk.length;
        }

        private void end() {
            if (!over) {
                over = true;
                // What passes before the head is told with it.
                if (told) {
                    tell();
                }
            }
        }

        private void letGo() {
            room.giveBack(kept.size());
            kept.reset();
            isFull = true;
        }

        ExchangeRecord.Message message(List<Field> fields) {
            byte[] masked = secrets.mask(kept.toByteArray());
            boolean isWhole = kept.size() == bytes;
            int length = Math.min(ExchangeRecord.MOST_BODY, isWhole ? masked.length : masked.length - MARGIN);
            return new ExchangeRecord.Message(fields, Arrays.copyOf(masked, border(masked, length)), bytes, over);
        }

        /// Text is not cut within a character.
        private static int border(byte[] text, int length) {
            int end = Math.max(0, length);
            int least = Math.max(0, end - LONGEST_CHARACTER);
            while (end > least && end < text.length && (text[end] & 0xC0) == 0x80) {
                end--;
            }
            return end;
        }
    }

    /// A stream that is copied while it is read, at the pace of its reader.
    private record Tapped(StreamSource source, Copied copy) implements StreamSource {
        @Override
        public void pull(Receiver receiver) {
            source.pull(new Receiver() {
                @Override
                public void chunk(byte @Nullable [] bytes) {
                    if (bytes == null) {
                        copy.end();
                    } else {
                        copy.add(bytes);
                    }
                    receiver.chunk(bytes);
                }

                @Override
                public void failed(Failure failure) {
                    copy.end();
                    receiver.failed(failure);
                }
            });
        }

        @Override
        public void cancel() {
            copy.end();
            source.cancel();
        }
    }
}
