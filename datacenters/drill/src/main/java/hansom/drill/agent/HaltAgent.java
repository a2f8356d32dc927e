package hansom.drill.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Has one method of the node report each time it begins or ends; see {@link Halt}. The product itself knows nothing of it. */
public final class HaltAgent {
    private static final ClassDesc HALT = ClassDesc.of("hansom.drill.agent.Halt");

    private HaltAgent() {}

    /** {@code words}: class, method, begins or ends, and the time at which it is enough, with colons between them. */
    public static void premain(String words, Instrumentation instrumentation) {
        String[] parts = words.split(":");
        Halt.at(Integer.parseInt(parts[3]));
        instrumentation.addTransformer(new Reporting(parts[0].replace('.', '/'), parts[1], parts[2].equals("ends")));
    }

    /** Puts the report into the method's code. */
    record Reporting(String type, String method, boolean atEnd) implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] code) {
            if (!type.equals(name) || loader == null) return null;
            try {
                return reporting(loader, code);
            } catch (RuntimeException failed) {
                System.err.println("drill: " + type + " cannot be prepared: " + failed);
                return null;
            }
        }

        private byte[] reporting(ClassLoader loader, byte[] code) {
            ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
            CodeTransform transform = atEnd ? atEnds() : atBegin();
            return file.transformClass(
                    file.parse(code),
                    ClassTransform.transformingMethodBodies(
                            found -> found.methodName().equalsString(method), transform));
        }

        private static CodeTransform atEnds() {
            return (builder, element) -> {
                if (element instanceof ReturnInstruction) report(builder::invokestatic);
                builder.with(element);
            };
        }

        private static CodeTransform atBegin() {
            return CodeTransform.ofStateful(() -> new CodeTransform() {
                @Override
                public void atStart(java.lang.classfile.CodeBuilder builder) {
                    report(builder::invokestatic);
                }

                @Override
                public void accept(java.lang.classfile.CodeBuilder builder, CodeElement element) {
                    builder.with(element);
                }
            });
        }

        private static void report(Invoke invoke) {
            invoke.of(HALT, "passed", MethodTypeDesc.of(ConstantDescs.CD_void));
        }
    }

    /** A call of a static method, as a builder writes it. */
    private interface Invoke {
        Object of(ClassDesc owner, String name, MethodTypeDesc type);
    }
}
