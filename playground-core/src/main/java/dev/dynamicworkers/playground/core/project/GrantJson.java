package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.Member;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes grants as the file has them, in the shortest form.
final class GrantJson {
    private GrantJson() {}

    static JsonValue of(Grant grant) {
        if (grant.methods().isEmpty() && grant.mode() != Grant.Mode.FIXTURE) {
            return text(grant.mode().word());
        }
        List<Member> members = new ArrayList<>();
        if (grant.mode() == Grant.Mode.FIXTURE) {
            members.add(member("fixture", fixture(grant.fixture())));
        } else {
            members.add(member("mode", text(grant.mode().word())));
        }
        if (!grant.methods().isEmpty()) {
            List<Member> methods = new ArrayList<>();
            for (Map.Entry<String, Grant.Method> entry : grant.methods().entrySet()) {
                methods.add(member(entry.getKey(), method(entry.getValue())));
            }
            members.add(member("methods", object(methods)));
        }
        return object(members);
    }

    private static JsonValue method(Grant.Method method) {
        return method.access() == Grant.Access.FIXTURE
                ? object(List.of(member("fixture", fixture(method.fixture()))))
                : text(method.access().word());
    }

    private static JsonValue fixture(@Nullable Fixture fixture) {
        List<Member> members = new ArrayList<>();
        if (fixture != null) {
            if (fixture.value() != null) {
                members.add(member("value", JsoncReader.read(fixture.value())));
            }
            Fixture.Thrown error = fixture.error();
            if (error != null) {
                members.add(member(
                        "error",
                        object(List.of(member("name", text(error.name())), member("message", text(error.message()))))));
            }
            if (!fixture.delay().isZero()) {
                members.add(member(
                        "delayMs",
                        new NumberValue(BigDecimal.valueOf(fixture.delay().toMillis()), SourcePosition.WHOLE)));
            }
        }
        return object(members);
    }

    private static Member member(String key, JsonValue value) {
        return new Member(key, SourcePosition.WHOLE, value);
    }

    private static JsonValue text(String value) {
        return new StringValue(value, SourcePosition.WHOLE);
    }

    private static JsonValue object(List<Member> members) {
        return new ObjectValue(members, SourcePosition.WHOLE);
    }
}
