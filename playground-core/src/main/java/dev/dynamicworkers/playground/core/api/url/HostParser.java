package dev.dynamicworkers.playground.core.api.url;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUInputTooLongException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The URL standard's host parser: domains by UTS #46, IPv4, IPv6 and opaque hosts. Stateless.
final class HostParser {
    private static final String FORBIDDEN_HOST = "\0\t\n\r #/:<>?@[\\]^|";

    // Errors that the standard does not ask for: CheckHyphens and VerifyDnsLength are false.
    private static final Set<IDNA.Error> ACCEPTED = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private HostParser() {}

    /// Holds ICU's tables, which take a while to load and are needed by few workers.
    private static final class Uts46 {
        static final IDNA INSTANCE = IDNA.getUTS46Instance(IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
    }

    /// The serialised host, or null where `input` is no valid host of a special URL.
    static @Nullable String parseSpecial(String input) {
        if (input.startsWith("[")) {
            return parseIpv6(input);
        }
        String ascii = domainToAscii(PercentDecoding.text(input));
        if (ascii == null || ascii.isEmpty() || hasForbiddenDomainCodePoint(ascii)) {
            return null;
        }
        return Ipv4.endsInNumber(ascii) ? Ipv4.parse(ascii) : ascii;
    }

    /// The serialised host of a URL that is not special, or null where it holds a forbidden code point.
    static @Nullable String parseOpaque(String input) {
        if (input.startsWith("[")) {
            return parseIpv6(input);
        }
        for (int i = 0; i < input.length(); i++) {
            if (FORBIDDEN_HOST.indexOf(input.charAt(i)) >= 0) {
                return null;
            }
        }
        return PercentEncodeSet.C0_CONTROL.encode(input);
    }

    private static @Nullable String parseIpv6(String input) {
        if (!input.endsWith("]")) {
            return null;
        }
        String address = Ipv6.parse(input.substring(1, input.length() - 1));
        return address == null ? null : "[" + address + "]";
    }

    /// URL standard, "domain to ASCII" with beStrict false: ASCII is only lower-cased, its Punycode is kept.
    /// A name far beyond what could resolve is refused: its conversion takes time that grows with the square.
    static @Nullable String domainToAscii(String domain) {
        if (isAscii(domain)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        String scalar = replaceLoneSurrogates(domain);
        IDNA.Info info = new IDNA.Info();
        StringBuilder out = new StringBuilder(scalar.length() + 8);
        try {
            Uts46.INSTANCE.nameToASCII(scalar, out, info);
        } catch (ICUInputTooLongException e) {
            return null;
        }
        for (IDNA.Error error : info.getErrors()) {
            if (!ACCEPTED.contains(error)) {
                return null;
            }
        }
        return out.toString();
    }

    private static String replaceLoneSurrogates(String text) {
        boolean wellFormed = text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        return wellFormed ? text : new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static boolean isAscii(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasForbiddenDomainCodePoint(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c <= 0x20 || c == '%' || c == 0x7F || FORBIDDEN_HOST.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
