import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces each lambda and method reference of a class by an object of a class of its own, which
 * {@code java.lang.invoke.LambdaMetafactory} would make when the lambda is first met. Serializable
 * ones are left to it.
 */
final class WrittenLambdas extends ClassVisitor {
  private static final String INSTANCE = "INSTANCE";
  private static final String FACTORY = "of";

  private final String owner;
  private final Map<String, byte[]> written;
  private final List<String> names = new ArrayList<>();
  private String host;
  private int version;

  /**
   * @param written receives the classes by their names
   */
  WrittenLambdas(ClassVisitor next, String owner, Map<String, byte[]> written) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.host = owner;
    this.written = written;
  }

  /** The class whose private members the written classes may use. */
  String host() {
    return host;
  }

  /** Of the written classes. */
  List<String> names() {
    return names;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] all) {
    this.version = version;
    super.visit(version, access, name, signature, parent, all);
  }

  @Override
  public void visitNestHost(String host) {
    this.host = host;
    super.visitNestHost(host);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] thrown) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, thrown);
    return new MethodVisitor(Opcodes.ASM9, method) {
      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            || !bootstrap.getName().equals("metafactory")) {
          super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
          return;
        }
        String lambda = owner + "$Lambda$" + names.size();
        names.add(lambda);
        written.put(lambda, write(lambda, name, descriptor, arguments));
        if (Type.getArgumentTypes(descriptor).length == 0) {
          String type = Type.getReturnType(descriptor).getDescriptor();
          visitFieldInsn(Opcodes.GETSTATIC, lambda, INSTANCE, type);
        } else {
          visitMethodInsn(Opcodes.INVOKESTATIC, lambda, FACTORY, descriptor, false);
        }
      }
    };
  }

  /**
   * @param method of the interface
   * @param factory from the captured values to the interface
   * @param arguments the erased type of the method, what is called, the type that callers see
   */
  private byte[] write(String lambda, String method, String factory, Object[] arguments) {
    Type[] captured = Type.getArgumentTypes(factory);
    Type made = Type.getReturnType(factory);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        lambda,
        null,
        "java/lang/Object",
        new String[] {made.getInternalName()});
    writer.visitNestHost(host);
    for (int i = 0; i < captured.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(access, field(i), captured[i].getDescriptor(), null, null).visitEnd();
    }
    writeConstructor(writer, lambda, captured);
    if (captured.length == 0) {
      writeInstance(writer, lambda, made);
    } else {
      writeFactory(writer, lambda, factory);
    }
    Type erased = (Type) arguments[0];
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
    code.visitCode();
    new LambdaCall(code, (Handle) arguments[1])
        .write(lambda, captured, erased, (Type) arguments[2]);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static String field(int captured) {
    return "captured" + captured;
  }

  private static void writeConstructor(ClassWriter writer, String lambda, Type[] captured) {
    String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int variable = 1;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), variable);
      code.visitFieldInsn(Opcodes.PUTFIELD, lambda, field(i), captured[i].getDescriptor());
      variable += captured[i].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** What captures nothing is made once. */
  private static void writeInstance(ClassWriter writer, String lambda, Type made) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    writer.visitField(access, INSTANCE, made.getDescriptor(), null, null).visitEnd();
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, lambda);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, lambda, "<init>", "()V", false);
    code.visitFieldInsn(Opcodes.PUTSTATIC, lambda, INSTANCE, made.getDescriptor());
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void writeFactory(ClassWriter writer, String lambda, String factory) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, FACTORY, factory, null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, lambda);
    code.visitInsn(Opcodes.DUP);
    int variable = 0;
    Type[] captured = Type.getArgumentTypes(factory);
    for (Type type : captured) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
      variable += type.getSize();
    }
    String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, lambda, "<init>", constructor, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
