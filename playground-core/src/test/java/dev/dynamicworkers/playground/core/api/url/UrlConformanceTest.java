package dev.dynamicworkers.playground.core.api.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The URL parser, the setters and host names against the data of web-platform-tests.
final class UrlConformanceTest {
    @Test
    void parserAgreesWithTheStandard() {
        List<String> failures = new ArrayList<>();
        for (String file : List.of("urltestdata.json", "urltestdata-javascript-only.json")) {
            WebPlatformData.cases(WebPlatformData.file(file)).forEach(each -> checkParse(each, failures));
        }
        assertThat(failures).isEmpty();
    }

    private static void checkParse(JsonNode each, List<String> failures) {
        String input = each.get("input").asString();
        String baseText = each.hasNonNull("base") ? each.get("base").asString() : null;
        UrlRecord base = baseText == null ? null : UrlParser.parse(baseText, null);
        UrlRecord url = baseText != null && base == null ? null : UrlParser.parse(input, base);
        String expected = each.has("failure") ? null : each.get("href").asString();
        expectEqual(input + " on " + baseText, url == null ? null : url.href(), expected, failures);
        if (url != null && each.has("origin")) {
            expectEqual("origin of " + input, url.origin(), each.get("origin").asString(), failures);
        }
        if (url != null) {
            UrlRecord again = UrlParser.parse(url.href(), null);
            expectEqual("again " + input, again == null ? null : again.href(), url.href(), failures);
        }
    }

    @Test
    void settersAgreeWithTheStandard() {
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part :
                WebPlatformData.file("setters_tests.json").properties()) {
            if (part.getKey().equals("comment") || part.getKey().equals("href")) {
                continue;
            }
            WebPlatformData.cases(part.getValue()).forEach(each -> checkSetter(part.getKey(), each, failures));
        }
        assertThat(failures).isEmpty();
    }

    private static void checkSetter(String part, JsonNode each, List<String> failures) {
        String href = each.get("href").asString();
        UrlRecord before = UrlParser.parse(href, null);
        String value = each.get("new_value").asString();
        String label = part + " = " + value + " on " + href;
        if (before == null) {
            failures.add(label + ": does not parse");
        } else if (each.get("expected").has("href")) {
            String after = UrlSetters.set(before, part, value).href();
            expectEqual(label, after, each.get("expected").get("href").asString(), failures);
        }
    }

    @Test
    void hostNamesAgreeWithTheStandard() {
        List<String> failures = new ArrayList<>();
        WebPlatformData.cases(WebPlatformData.file("toascii.json")).forEach(each -> {
            String input = each.get("input").asString();
            UrlRecord url = UrlParser.parse("https://" + input + "/x", null);
            String expected = each.hasNonNull("output") ? each.get("output").asString() : null;
            expectEqual(input, url == null ? null : url.host, expected, failures);
        });
        assertThat(failures).isEmpty();
    }

    /// URLs are always encoded in UTF-8; what other encodings of a document would make of a query does not arise.
    @Test
    void percentEncodingAgreesWithTheStandard() {
        List<String> failures = new ArrayList<>();
        WebPlatformData.cases(WebPlatformData.file("percent-encoding.json")).forEach(each -> {
            String input = each.get("input").asString();
            String expected = each.get("output").get("utf-8").asString();
            UrlRecord url = UrlParser.parse("https://doesnotmatter.invalid/?" + input + "#" + input, null);
            expectEqual("query " + input, url == null ? null : url.query, expected, failures);
            expectEqual("fragment " + input, url == null ? null : url.fragment, expected, failures);
        });
        assertThat(failures).isEmpty();
    }

    private static void expectEqual(
            String label, @Nullable String actual, @Nullable String expected, List<String> failures) {
        if (!Objects.equals(actual, expected)) {
            failures.add(label + ": " + actual + " instead of " + expected);
        }
    }
}
