package dev.assay.prompt.work;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Loads the prompt language and the YAML parser a second time, so that they report what they do to {@link Work}. */
final class CountingLoader extends ClassLoader {
    private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final Set<String> COUNTED_OWNERS =
            Set.of("java/lang/String", "java/util/List", "java/util/Collection");
    private static final Set<String> COUNTED = Arrays.stream(Work.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Work.class)
            .map(method -> method.getName() + method.toString().replaceAll("^.*\\(|\\).*$", ""))
            .collect(Collectors.toSet());

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    /** The code of a class that is loaded anew, to be run on any text. */
    @SuppressWarnings("unchecked")
    static Consumer<String> load(Class<? extends Consumer<String>> code) {
        try {
            var constructor = new CountingLoader().loadClass(code.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Consumer<String>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean counted = (name.startsWith("dev.assay.") || name.startsWith("org.snakeyaml."))
                && !name.startsWith(Work.class.getName());
        if (!counted) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            var resolver = ClassHierarchyResolver.ofResourceParsing(getParent());
            var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
            var counting = ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new));
            byte[] code = file.transformClass(file.parse(in.readAllBytes()), counting);
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Reports each branch and the start of each method, and sends calls of the JDK that look through text to {@link Work}. */
    private static final class Counting implements CodeTransform {
        @Override
        public void atStart(CodeBuilder builder) {
            builder.invokestatic(WORK, "step", STEP);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof InvokeInstruction call && isCounted(call)) {
                var owner = call.owner().asSymbol();
                builder.invokestatic(
                        WORK, call.name().stringValue(), call.typeSymbol().insertParameterTypes(0, owner));
                return;
            }
            if (element instanceof BranchInstruction) {
                builder.invokestatic(WORK, "step", STEP);
            }
            builder.with(element);
        }

        private static boolean isCounted(InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            if (call.opcode() == Opcode.INVOKESTATIC || !COUNTED_OWNERS.contains(owner)) {
                return false;
            }
            String parameters = call.typeSymbol().parameterList().stream()
                    .map(type -> type.packageName().isEmpty()
                            ? type.displayName()
                            : type.packageName() + "." + type.displayName())
                    .collect(Collectors.joining(","));
            String receiver = owner.replace('/', '.');
            return COUNTED.contains(
                    call.name().stringValue() + receiver + (parameters.isEmpty() ? "" : "," + parameters));
        }
    }
}
