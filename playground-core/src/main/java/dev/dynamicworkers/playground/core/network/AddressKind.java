package dev.dynamicworkers.playground.core.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an address is for, by IANA's registries of special-purpose addresses (RFC 6890). An IPv6 address that carries
/// an IPv4 one (mapped, compatible, 6to4, NAT64, ISATAP) is of the kind of what it carries.
public enum AddressKind {
    PUBLIC("a public address"),
    LOOPBACK("an address of this machine"),
    PRIVATE("a private address"),
    LINK_LOCAL("a link-local address"),
    SHARED("an address that customers of a provider share"),
    MULTICAST("a multicast address"),
    UNSPECIFIED("no address of a host"),
    METADATA("an address of a cloud's metadata service"),
    RESERVED("a reserved address");

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    /// The kind as part of a sentence, with its article.
    public String words() {
        return words;
    }

    /// The kind of an address.
    public static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == Blocks.IPV4_BYTES ? ofIpv4(bytes) : ofIpv6(bytes);
    }

    private static AddressKind ofIpv4(byte[] bytes) {
        AddressKind kind = Blocks.kindOf(bytes);
        return kind == null ? PUBLIC : kind;
    }

    private static AddressKind ofIpv6(byte[] bytes) {
        AddressKind kind = Blocks.kindOf(bytes);
        if (kind != null) {
            return kind;
        }
        byte[] carried = Blocks.carriedBy(bytes);
        if (carried != null) {
            return ofIpv4(carried);
        }
        return Blocks.GLOBAL_UNICAST.contains(bytes) ? PUBLIC : RESERVED;
    }

    /// Addresses with the same first bits.
    private record Block(AddressKind kind, byte[] prefix, int bits) {
        static Block of(AddressKind kind, String address, int bits) {
            return new Block(kind, InetAddress.ofLiteral(address).getAddress(), bits);
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
                return false;
            }
            int mask = 0xFF00 >> bits % Byte.SIZE & 0xFF;
            return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }

    /// The registries. Metadata services stand before the blocks that they are in.
    private static final class Blocks {
        static final int IPV4_BYTES = 4;
        static final Block GLOBAL_UNICAST = Block.of(PUBLIC, "2000::", 3);

        private static final int LOW_HALF = 8;
        private static final byte[] ISATAP = {0, 0, 0x5E, (byte) 0xFE};

        private static final List<Block> ALL = List.of(
                Block.of(METADATA, "169.254.169.254", 32),
                Block.of(METADATA, "169.254.170.2", 32),
                Block.of(METADATA, "100.100.100.200", 32),
                Block.of(METADATA, "192.0.0.192", 32),
                Block.of(METADATA, "168.63.129.16", 32),
                Block.of(METADATA, "fd00:ec2::254", 128),
                Block.of(METADATA, "fd20:ce::254", 128),
                Block.of(UNSPECIFIED, "0.0.0.0", 8),
                Block.of(PRIVATE, "10.0.0.0", 8),
                Block.of(SHARED, "100.64.0.0", 10),
                Block.of(LOOPBACK, "127.0.0.0", 8),
                Block.of(LINK_LOCAL, "169.254.0.0", 16),
                Block.of(PRIVATE, "172.16.0.0", 12),
                Block.of(RESERVED, "192.0.0.0", 24),
                Block.of(RESERVED, "192.0.2.0", 24),
                Block.of(RESERVED, "192.88.99.0", 24),
                Block.of(PRIVATE, "192.168.0.0", 16),
                Block.of(RESERVED, "198.18.0.0", 15),
                Block.of(RESERVED, "198.51.100.0", 24),
                Block.of(RESERVED, "203.0.113.0", 24),
                Block.of(MULTICAST, "224.0.0.0", 4),
                Block.of(RESERVED, "240.0.0.0", 4),
                Block.of(UNSPECIFIED, "::", 128),
                Block.of(LOOPBACK, "::1", 128),
                Block.of(PRIVATE, "64:ff9b:1::", 48),
                Block.of(PRIVATE, "fc00::", 7),
                Block.of(LINK_LOCAL, "fe80::", 10),
                Block.of(PRIVATE, "fec0::", 10),
                Block.of(MULTICAST, "ff00::", 8),
                Block.of(RESERVED, "2001::", 23),
                Block.of(RESERVED, "2001:db8::", 32),
                Block.of(RESERVED, "3fff::", 20));

        /// First bytes of IPv6 addresses that carry an IPv4 one at their end: compatible, translated, NAT64.
        private static final List<Block> CARRIERS = List.of(
                Block.of(PUBLIC, "::", 96), Block.of(PUBLIC, "::ffff:0:0:0", 96), Block.of(PUBLIC, "64:ff9b::", 96));

        private static final Block SIX_TO_FOUR = Block.of(PUBLIC, "2002::", 16);

        private Blocks() {}

        static @Nullable AddressKind kindOf(byte[] address) {
            for (Block block : ALL) {
                if (block.contains(address)) {
                    return block.kind;
                }
            }
            return null;
        }

        static byte @Nullable [] carriedBy(byte[] address) {
            if (SIX_TO_FOUR.contains(address)) {
                return Arrays.copyOfRange(address, 2, 2 + IPV4_BYTES);
            }
            // ISATAP sets one bit of its identifier for addresses that are public.
            boolean isatap = (address[LOW_HALF] & ~2) == ISATAP[0]
                    && Arrays.equals(address, LOW_HALF + 1, LOW_HALF + IPV4_BYTES, ISATAP, 1, IPV4_BYTES);
            return isatap || isMapped(address) || CARRIERS.stream().anyMatch(each -> each.contains(address))
                    ? Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length)
                    : null;
        }

        /// The JDK makes IPv4 addresses of mapped ones, but not where a caller has made one of bytes.
        private static boolean isMapped(byte[] address) {
            for (int i = 0; i < 10; i++) {
                if (address[i] != 0) {
                    return false;
                }
            }
            return address[10] == (byte) 0xFF && address[11] == (byte) 0xFF;
        }
    }
}
