import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites jars, given as arguments, so that a Java process starts faster with them and behaves the
 * same (docs/adr/0009-classes-prepared-for-a-fast-start.md):
 *
 * <ul>
 *   <li>signatures are taken out, since they are checked at each start and keep classes out of an
 *       archive, and so are the digests that they sign, since a manifest is read at each start;
 *   <li>class files older than Java 6 are written anew with the stack maps that archives ask for;
 *   <li>the methods that the compiler leaves a record to make when first called are written out;
 *   <li>so are the classes of lambdas, in class files of Java 11 and later.
 * </ul>
 */
final class FastStart {
  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private final ClassLoader classes;
  private final Map<String, byte[]> lambdas = new TreeMap<>();
  private final Map<String, List<String>> lambdasOfHosts = new TreeMap<>();

  private FastStart(ClassLoader classes) {
    this.classes = classes;
  }

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      Path file = Path.of(jar);
      try (URLClassLoader classes = new URLClassLoader(new URL[] {url(file)})) {
        new FastStart(classes).rewrite(file);
      }
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private void rewrite(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Map<String, LocalDateTime> times = new LinkedHashMap<>();
    try (ZipFile old = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(old.entries())) {
        String name = entry.getName();
        if (!SIGNATURE.matcher(name).matches()) {
          entries.put(name, rewrite(name, old.getInputStream(entry).readAllBytes()));
          times.put(name, entry.getTimeLocal());
        }
      }
    }
    LocalDateTime any = times.values().iterator().next();
    lambdas.forEach((name, content) -> entries.put(name + ".class", content));
    lambdasOfHosts.forEach(
        (host, members) ->
            entries.computeIfPresent(
                host + ".class", (name, content) -> withNestMembers(content, members)));
    Path rewritten = jar.resolveSibling(jar.getFileName() + ".rewritten");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry copy = new ZipEntry(entry.getKey());
        copy.setTimeLocal(times.getOrDefault(entry.getKey(), any));
        out.putNextEntry(copy);
        out.write(entry.getValue());
      }
    }
    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] rewrite(String name, byte[] content) throws IOException {
    if (name.equals(JarFile.MANIFEST_NAME)) {
      return withoutDigests(content);
    }
    if (!name.endsWith(".class")) {
      return content;
    }
    ClassReader reader = new ClassReader(content);
    int version = reader.readUnsignedShort(6);
    if (version < Opcodes.V1_6) {
      return withStackMaps(reader);
    }
    boolean versioned = !name.equals(reader.getClassName() + ".class");
    return version < Opcodes.V11 || versioned ? content : withoutDynamicCalls(reader);
  }

  private static byte[] withoutDigests(byte[] content) throws IOException {
    Manifest manifest = new Manifest(new ByteArrayInputStream(content));
    boolean found =
        manifest
            .getEntries()
            .values()
            .removeIf(
                entry ->
                    entry.keySet().stream().allMatch(key -> key.toString().endsWith("-Digest")));
    if (!found) {
      return content;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    manifest.write(written);
    return written.toByteArray();
  }

  private byte[] withStackMaps(ClassReader reader) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version, int access, String name, String signature, String parent, String[] all) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, all);
          }
        },
        ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private byte[] withoutDynamicCalls(ClassReader reader) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String owner = reader.getClassName();
    WrittenLambdas written = new WrittenLambdas(writer, owner, lambdas);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, written) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, thrown);
            return new RecordMethod(method, owner);
          }
        },
        ClassReader.EXPAND_FRAMES);
    lambdasOfHosts
        .computeIfAbsent(written.host(), host -> new ArrayList<>())
        .addAll(written.names());
    return writer.toByteArray();
  }

  /** A class may use the private members of another only if the host of their nest names both. */
  private static byte[] withNestMembers(byte[] content, List<String> members) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(content)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visitEnd() {
                members.forEach(super::visitNestMember);
                super.visitEnd();
              }
            },
            0);
    return writer.toByteArray();
  }
}
