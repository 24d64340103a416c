package dev.dynamicworkers.playground.core.api.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.api.encoding.TextDecoding.Failures;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextDecodingTest {
    private static final String[] ENCODINGS = {
        "utf-8",
        "utf-16le",
        "utf-16be",
        "gb18030",
        "big5",
        "euc-jp",
        "iso-2022-jp",
        "shift_jis",
        "euc-kr",
        "windows-1252",
        "koi8-u",
        "iso-8859-8-i",
        "x-user-defined"
    };

    private static String decode(String hex, String encoding) {
        return TextDecoding.decodeRest(HexFormat.of().parseHex(hex), encoding, Failures.REPLACED, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "shift_jis,8341,\u30A2",
        "shift_jis,b1,\uFF71",
        "euc-jp,a5a2,\u30A2",
        "euc-jp,8fb0a1,\u4E02",
        "iso-2022-jp,1b242425221b2842,\uFFFD$$%\"",
        "iso-2022-jp,1b244225221b284241,\u30A2A",
        "euc-kr,b0a1,\uAC00",
        "big5,a440,\u4E00",
        "big5,8862,\u00CA\u0304",
        "gbk,d2bb,\u4E00",
        "gb18030,8130813081,\u0080\uFFFD",
        "gb18030,41a3a041,A\u3000A",
        "windows-1252,8081,\u20AC\u0081",
        "koi8-u,aebe,\u045E\u040E",
        "iso-8859-10,bd,\u2015",
        "iso-8859-14,a1,\u1E02",
        "x-user-defined,80,\uF780",
        "utf-16le,3dd800de,\uD83D\uDE00",
        "utf-8,eda080,\uFFFD\uFFFD\uFFFD",
        "utf-8,f09f98,\uFFFD"
    })
    void bytesStandForText(String encoding, String hex, String expected) {
        assertThat(decode(hex, encoding)).isEqualTo(expected);
    }

    @Example
    void fatalRefusesWhatIsMalformed() {
        assertThatThrownBy(() -> TextDecoding.decodeRest(new byte[] {(byte) 0xFF}, "utf-8", Failures.FATAL, 0))
                .isInstanceOf(GuestThrow.class)
                .hasMessage("Failed to decode input.");
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of(ENCODINGS);
    }

    @Property(tries = 20_000)
    void piecesDecodeAsTheWhole(@ForAll("encodings") String encoding, @ForAll byte[] bytes, @ForAll byte cut) {
        int middle = bytes.length == 0 ? 0 : Math.floorMod(cut, bytes.length);
        byte[] first = Arrays.copyOf(bytes, middle);
        String packed = TextDecoding.decodePart(first, encoding, Failures.REPLACED, 0);
        byte[] rest = Arrays.copyOfRange(bytes, middle - packed.charAt(0), bytes.length);
        String joined =
                packed.substring(2) + TextDecoding.decodeRest(rest, encoding, Failures.REPLACED, packed.charAt(1));

        assertThat(joined).isEqualTo(TextDecoding.decodeRest(bytes, encoding, Failures.REPLACED, 0));
    }

    @Property(tries = 20_000)
    void utf8GoesBothWays(@ForAll String text) {
        byte[] encoded = Utf8.encode(text);

        assertThat(Utf8.length(text)).isEqualTo(encoded.length);
        assertThat(Utf8.decode(encoded)).isEqualTo(new String(encoded, StandardCharsets.UTF_8));
        assertThat(TextDecoding.decodeRest(encoded, "utf-8", Failures.FATAL, 0)).isEqualTo(Utf8.decode(encoded));
    }

    @Example
    void labelsIgnoreCaseAndSpace() {
        assertThat(EncodingLabels.name("\n Latin1\t")).isEqualTo("windows-1252");
        assertThat(EncodingLabels.name("utf-16")).isEqualTo("utf-16le");
        assertThat(EncodingLabels.name("nope")).isNull();
    }

    @Example
    void everyEncodingDecodes() {
        for (String encoding : EncodingLabels.names()) {
            if (!encoding.equals("replacement")) {
                assertThat(decode("41", encoding.startsWith("utf-16") ? "utf-8" : encoding))
                        .isEqualTo("A");
            }
        }
    }
}
