import java.util.Locale;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Replaces the call of {@code java.lang.runtime.ObjectMethods}, whose contract it follows. */
final class RecordMethod extends MethodVisitor {
  private final String owner;

  RecordMethod(MethodVisitor method, String owner) {
    super(Opcodes.ASM9, method);
    this.owner = owner;
  }

  /** The arguments: the class, the names joined by semicolons, a getter for each component. */
  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (!bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      return;
    }
    Handle[] getters = new Handle[arguments.length - 2];
    System.arraycopy(arguments, 2, getters, 0, getters.length);
    switch (name) {
      case "equals":
        writeEquals(getters);
        break;
      case "hashCode":
        writeHashCode(getters);
        break;
      case "toString":
        writeToString(getters, ((String) arguments[1]).split(";"));
        break;
      default:
        throw new IllegalStateException(owner + " has an unknown method " + name);
    }
  }

  private void writeEquals(Handle[] getters) {
    Label different = new Label();
    Label end = new Label();
    visitInsn(Opcodes.POP2);
    visitVarInsn(Opcodes.ALOAD, 1);
    visitTypeInsn(Opcodes.INSTANCEOF, owner);
    visitJumpInsn(Opcodes.IFEQ, different);
    for (Handle getter : getters) {
      Type type = Type.getType(getter.getDesc());
      get(0, getter);
      get(1, getter);
      if (primitive(type)) {
        call(boxOf(type), "compare", "(%1$s%1$s)I".formatted(type.getDescriptor()));
        visitJumpInsn(Opcodes.IFNE, different);
      } else {
        call("java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        visitJumpInsn(Opcodes.IFEQ, different);
      }
    }
    visitInsn(Opcodes.ICONST_1);
    visitJumpInsn(Opcodes.GOTO, end);
    Object[] locals = {owner, "java/lang/Object"};
    visitLabel(different);
    visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    visitInsn(Opcodes.ICONST_0);
    visitLabel(end);
    visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {Opcodes.INTEGER});
  }

  private void writeHashCode(Handle[] getters) {
    visitInsn(Opcodes.POP);
    visitInsn(Opcodes.ICONST_0);
    for (Handle getter : getters) {
      Type type = Type.getType(getter.getDesc());
      visitIntInsn(Opcodes.BIPUSH, 31);
      visitInsn(Opcodes.IMUL);
      get(0, getter);
      call(
          primitive(type) ? boxOf(type) : "java/util/Objects",
          "hashCode",
          "(%s)I".formatted(primitive(type) ? type.getDescriptor() : "Ljava/lang/Object;"));
      visitInsn(Opcodes.IADD);
    }
  }

  private void writeToString(Handle[] getters, String[] names) {
    String builder = "java/lang/StringBuilder";
    visitInsn(Opcodes.POP);
    visitTypeInsn(Opcodes.NEW, builder);
    visitInsn(Opcodes.DUP);
    visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
    String before = owner.replaceAll(".*[/$]", "") + "[";
    for (int i = 0; i < getters.length; i++) {
      append(before + names[i] + "=");
      get(0, getters[i]);
      Type type = Type.getType(getters[i].getDesc());
      call(
          "java/lang/String",
          "valueOf",
          "(%s)Ljava/lang/String;".formatted(primitive(type) ? shown(type) : "Ljava/lang/Object;"));
      append();
      before = ", ";
    }
    append(getters.length == 0 ? before + "]" : "]");
    visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
  }

  private void append(String text) {
    visitLdcInsn(text);
    append();
  }

  private void append() {
    visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/StringBuilder",
        "append",
        "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
        false);
  }

  private void get(int variable, Handle getter) {
    visitVarInsn(Opcodes.ALOAD, variable);
    if (variable > 0) {
      visitTypeInsn(Opcodes.CHECKCAST, owner);
    }
    visitFieldInsn(Opcodes.GETFIELD, owner, getter.getName(), getter.getDesc());
  }

  private void call(String type, String name, String descriptor) {
    visitMethodInsn(Opcodes.INVOKESTATIC, type, name, descriptor, false);
  }

  private static boolean primitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** {@code String.valueOf} knows no byte and no short. */
  private static String shown(Type type) {
    boolean small = type.getSort() == Type.BYTE || type.getSort() == Type.SHORT;
    return small ? "I" : type.getDescriptor();
  }

  private static String boxOf(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
        return "java/lang/Boolean";
      case Type.CHAR:
        return "java/lang/Character";
      case Type.INT:
        return "java/lang/Integer";
      default:
        String name = type.getClassName();
        return "java/lang/" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
  }
}
