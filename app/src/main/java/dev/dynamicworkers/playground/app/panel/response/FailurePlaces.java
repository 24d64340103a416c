package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places within sentences, such as `exceeded 50 ms of CPU time at loop.js:4:7`.
final class FailurePlaces {
    private static final Pattern PLACE = Pattern.compile("([\\w./-]+\\.[cm]?[jt]sx?):(\\d{1,7})(?::(\\d{1,6}))?");

    private FailurePlaces() {}

    /// The first place that a sentence names.
    static Optional<Place> find(String sentence) {
        Matcher matcher = PLACE.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String column = matcher.group(3);
        return Optional.of(new Place(
                matcher.group(1), Integer.parseInt(matcher.group(2)), column == null ? 1 : Integer.parseInt(column)));
    }
}
