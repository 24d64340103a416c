import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Makes the icons of all platforms from playground.svg: run `java icons/MakeIcons.java`; needs rsvg-convert (librsvg).
final class MakeIcons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    /// Entries of the ICNS format that hold a PNG, by size.
    private static final Map<Integer, String> ICNS_TYPES =
            new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

    private static final int ICO_MAX = 256;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of("icons");
        var images = new TreeMap<Integer, byte[]>();
        for (int size : SIZES) {
            var png = folder.resolve("playground-" + size + ".png");
            var converter = new ProcessBuilder(
                            "rsvg-convert",
                            "-w",
                            Integer.toString(size),
                            "-h",
                            Integer.toString(size),
                            folder.resolve("playground.svg").toString(),
                            "-o",
                            png.toString())
                    .inheritIO()
                    .start();
            if (converter.waitFor() != 0) {
                throw new IOException("rsvg-convert failed");
            }
            images.put(size, Files.readAllBytes(png));
        }
        Files.write(folder.resolve("playground.ico"), ico(images.headMap(ICO_MAX, true)));
        Files.write(folder.resolve("playground.icns"), icns(images));
    }

    private static byte[] ico(Map<Integer, byte[]> images) {
        int offset = 6 + 16 * images.size();
        int length = offset
                + images.values().stream().mapToInt(image -> image.length).sum();
        var out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (var image : images.entrySet()) {
            // A size of 256 is written as 0.
            byte size = (byte) (image.getKey() % ICO_MAX);
            out.put(size)
                    .put(size)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            out.putInt(image.getValue().length).putInt(offset);
            offset += image.getValue().length;
        }
        images.values().forEach(out::put);
        return out.array();
    }

    private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
        var entries = new ByteArrayOutputStream();
        var out = new DataOutputStream(entries);
        for (var type : ICNS_TYPES.entrySet()) {
            var image = images.get(type.getKey());
            out.writeBytes(type.getValue());
            out.writeInt(8 + image.length);
            out.write(image);
        }
        var file = new ByteArrayOutputStream();
        out = new DataOutputStream(file);
        out.writeBytes("icns");
        out.writeInt(8 + entries.size());
        entries.writeTo(out);
        return file.toByteArray();
    }
}
