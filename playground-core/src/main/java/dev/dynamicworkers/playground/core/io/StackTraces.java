package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the engine's stack texts: takes out the runtime's own frames and the header.
public final class StackTraces {
    private static final Pattern FRAME = Pattern.compile("\\s*at (?:(.*?) \\()?([^()]*?):(\\d+)(?::(\\d+))?\\)?");

    private StackTraces() {}

    /// An error with the guest's own frames.
    ///
    /// @param stack text of the `stack` property, or null
    public static GuestError error(String name, String message, @Nullable String stack) {
        return error(name, message, stack, PositionMapper.IDENTITY);
    }

    /// An error with the guest's own frames at their places in the source.
    public static GuestError error(String name, String message, @Nullable String stack, PositionMapper positions) {
        if (stack == null || stack.isEmpty()) {
            return new GuestError(name, message, null, List.of());
        }
        List<GuestError.Frame> frames = frames(stack).stream()
                .limit(GuestError.MOST_FRAMES)
                .map(positions::source)
                .toList();
        return withFrames(name, message, frames);
    }

    /// An error at a place that is known otherwise than from its stack.
    ///
    /// @param frames as the code that runs has them
    public static GuestError error(
            String name, String message, List<GuestError.Frame> frames, PositionMapper positions) {
        return withFrames(name, message, frames.stream().map(positions::source).toList());
    }

    private static GuestError withFrames(String name, String message, List<GuestError.Frame> frames) {
        String text = frames.stream().map(frame -> "    at " + show(frame)).collect(Collectors.joining("\n"));
        return new GuestError(name, message, text.isEmpty() ? null : text, frames);
    }

    /// A text that a person reads, with the frames of stacks within it at their places in the source.
    static String mapped(String text, PositionMapper positions) {
        if (positions == PositionMapper.IDENTITY || !text.contains("    at ")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            List<GuestError.Frame> frame = line.stripLeading().startsWith("at ") ? frames(line) : List.of();
            if (!frame.isEmpty()) {
                out.append(line, 0, line.indexOf("at ") + 3);
                out.append(show(positions.source(frame.getFirst())));
            } else {
                out.append(line);
            }
            out.append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    private static String show(GuestError.Frame frame) {
        String place = frame.file() + ":" + frame.line() + ":" + frame.column();
        return frame.function().isEmpty() ? place : frame.function() + " (" + place + ")";
    }

    /// The guest's frames of a stack text, innermost first.
    public static List<GuestError.Frame> frames(String stack) {
        List<GuestError.Frame> frames = new ArrayList<>();
        for (String line : stack.split("\n")) {
            Matcher matcher = FRAME.matcher(line);
            if (!line.stripLeading().startsWith("at ") || !matcher.matches()) {
                continue;
            }
            String file = matcher.group(2);
            if (!CallSite.isGuest(file)) {
                continue;
            }
            String function = matcher.group(1) == null ? "" : matcher.group(1);
            int column = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            frames.add(new GuestError.Frame(function, file, Integer.parseInt(matcher.group(3)), column));
        }
        return frames;
    }
}
