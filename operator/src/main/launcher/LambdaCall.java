import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The body of a lambda's method: calls what the lambda stands for with the captured values and the
 * arguments, each converted as {@code java.lang.invoke.LambdaMetafactory} defines.
 */
final class LambdaCall {
  private static final Map<Type, Type> BOXES =
      Map.of(
          Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
          Type.BYTE_TYPE, Type.getType(Byte.class),
          Type.SHORT_TYPE, Type.getType(Short.class),
          Type.CHAR_TYPE, Type.getType(Character.class),
          Type.INT_TYPE, Type.getType(Integer.class),
          Type.LONG_TYPE, Type.getType(Long.class),
          Type.FLOAT_TYPE, Type.getType(Float.class),
          Type.DOUBLE_TYPE, Type.getType(Double.class));

  private static final Map<Type, Type> UNBOXED =
      BOXES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final Map<String, Integer> WIDENINGS =
      Map.of(
          "IJ", Opcodes.I2L,
          "IF", Opcodes.I2F,
          "ID", Opcodes.I2D,
          "JF", Opcodes.L2F,
          "JD", Opcodes.L2D,
          "FD", Opcodes.F2D);

  private final MethodVisitor code;
  private final Handle called;

  LambdaCall(MethodVisitor code, Handle called) {
    this.code = code;
    this.called = called;
  }

  /**
   * @param erased type of the interface's method
   * @param seen the type of the method for the callers, whose arguments have these types
   */
  void write(String lambda, Type[] captured, Type erased, Type seen) {
    boolean constructor = called.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    Type owner = Type.getObjectType(called.getOwner());
    if (constructor) {
      code.visitTypeInsn(Opcodes.NEW, called.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> expected = expected(owner);
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(
          Opcodes.GETFIELD, lambda, WrittenLambdas.field(i), captured[i].getDescriptor());
      convert(captured[i], expected.get(i));
    }
    int variable = 1;
    Type[] given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), variable);
      variable += given[i].getSize();
      convert(given[i], seen.getArgumentTypes()[i]);
      convert(seen.getArgumentTypes()[i], expected.get(captured.length + i));
    }
    code.visitMethodInsn(
        opcode(), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
    Type result = constructor ? owner : Type.getReturnType(called.getDesc());
    Type returned = erased.getReturnType();
    if (returned.getSort() == Type.VOID) {
      drop(result);
    } else {
      convert(result, returned);
    }
    code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
  }

  private List<Type> expected(Type owner) {
    List<Type> expected = new ArrayList<>();
    if (called.getTag() != Opcodes.H_INVOKESTATIC
        && called.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
      expected.add(owner);
    }
    expected.addAll(List.of(Type.getArgumentTypes(called.getDesc())));
    return expected;
  }

  private int opcode() {
    switch (called.getTag()) {
      case Opcodes.H_INVOKESTATIC:
        return Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL:
        return Opcodes.INVOKESPECIAL;
      default:
        return called.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }
  }

  private void drop(Type result) {
    if (result.getSize() > 0) {
      code.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private void convert(Type from, Type to) {
    if (BOXES.containsKey(from)) {
      if (BOXES.containsKey(to)) {
        widen(from, to);
      } else {
        String box = BOXES.get(from).getInternalName();
        String descriptor = Type.getMethodDescriptor(BOXES.get(from), from);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
      }
    } else if (BOXES.containsKey(to)) {
      Type box = UNBOXED.containsKey(from) ? from : BOXES.get(to);
      Type value = UNBOXED.get(box);
      convert(from, box);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          box.getInternalName(),
          value.getClassName() + "Value",
          Type.getMethodDescriptor(value),
          false);
      widen(value, to);
    } else if (!to.equals(from) && !to.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private void widen(Type from, Type to) {
    String small = from.getSort() < Type.INT ? "I" : from.getDescriptor();
    Integer conversion = WIDENINGS.get(small + to.getDescriptor());
    if (conversion != null) {
      code.visitInsn(conversion);
    }
  }
}
