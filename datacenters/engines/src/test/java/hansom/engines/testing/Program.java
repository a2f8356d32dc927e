package hansom.engines.testing;

import hansom.engines.process.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;

/** For which systems and processors a program was built, read from its own first bytes. */
public final class Program {
    private static final int ELF = 0x464C457F;
    private static final int MACH_O_64 = 0xFEEDFACF;
    private static final int MACH_O_OF_SEVERAL = 0xBEBAFECA;

    private Program() {}

    public static Set<Platform> platformsOf(InputStream program) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(program.readNBytes(256)).order(ByteOrder.LITTLE_ENDIAN);
        return switch (head.getInt(0)) {
            case ELF -> EnumSet.of(elf(head.getShort(18)));
            case MACH_O_64 -> EnumSet.of(machO(head.getInt(4)));
            case MACH_O_OF_SEVERAL -> several(head.order(ByteOrder.BIG_ENDIAN));
            default -> throw new AssertionError("neither ELF nor Mach-O: %08x".formatted(head.getInt(0)));
        };
    }

    private static Set<Platform> several(ByteBuffer head) {
        Set<Platform> all = EnumSet.noneOf(Platform.class);
        for (int part = 0; part < head.getInt(4); part++) all.add(machO(head.getInt(8 + 20 * part)));
        return all;
    }

    private static Platform elf(int machine) {
        return switch (machine) {
            case 62 -> Platform.LINUX_AMD64;
            case 183 -> Platform.LINUX_ARM64;
            default -> throw new AssertionError("ELF for machine " + machine);
        };
    }

    private static Platform machO(int processor) {
        return switch (processor) {
            case 0x01000007 -> Platform.DARWIN_AMD64;
            case 0x0100000C -> Platform.DARWIN_ARM64;
            default -> throw new AssertionError("Mach-O for processor " + processor);
        };
    }
}
