package dev.ringfence.cli;

import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.Purpose;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the words of flags to values; what is no value is refused with what was expected. */
final class Converters {
  private Converters() {}

  static final class OfInstant implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.length() == 10
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw refused("an instant such as 2026-12-01T00:00:00Z, or a day such as 2026-12-01", text);
      }
    }
  }

  static final class OfHostName implements ITypeConverter<String> {
    private static final Pattern LABEL =
        Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");

    @Override
    public String convert(String text) {
      boolean labels =
          Arrays.stream(text.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
      if (!labels || text.length() > 253) {
        throw refused("a host name such as pool.example.com, without scheme, port or *", text);
      }
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** A host name, or an IP address of either kind. */
  static final class OfServerName implements ITypeConverter<String> {
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    @Override
    public String convert(String text) {
      return IPV6.matcher(text).matches() ? text : new OfHostName().convert(text);
    }
  }

  static final class OfPathProfile implements ITypeConverter<PathProfile> {
    @Override
    public PathProfile convert(String text) {
      return oneOf(text, PathProfiles.all(), PathProfile::name);
    }
  }

  /** For the help. */
  static final class PathProfileNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PathProfiles.all().stream().map(PathProfile::name).iterator();
    }
  }

  static final class OfPurpose implements ITypeConverter<Purpose> {
    @Override
    public Purpose convert(String text) {
      return oneOf(text, Arrays.asList(Purpose.values()), Purpose::word);
    }
  }

  /** The word for a constant is its name in lower case, with hyphens. */
  private abstract static class OfEnum<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> values;

    OfEnum(E[] values) {
      this.values = List.of(values);
    }

    @Override
    public E convert(String text) {
      return oneOf(text, values, Converters::word);
    }
  }

  static final class OfVerdictFormat extends OfEnum<VerdictFormat> {
    OfVerdictFormat() {
      super(VerdictFormat.values());
    }
  }

  static final class OfInventoryFormat extends OfEnum<InventoryFormat> {
    OfInventoryFormat() {
      super(InventoryFormat.values());
    }
  }

  static final class OfReportFormat extends OfEnum<ReportFormat> {
    OfReportFormat() {
      super(ReportFormat.values());
    }
  }

  static final class OfFailOn extends OfEnum<FailOn> {
    OfFailOn() {
      super(FailOn.values());
    }
  }

  static final class OfSummaryFormat extends OfEnum<SummaryFormat> {
    OfSummaryFormat() {
      super(SummaryFormat.values());
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> T oneOf(String text, List<T> values, Function<T, String> word) {
    Optional<T> found =
        values.stream().filter(value -> word.apply(value).equalsIgnoreCase(text)).findFirst();
    return found.orElseThrow(
        () -> refused("one of " + String.join(", ", values.stream().map(word).toList()), text));
  }

  private static TypeConversionException refused(String expected, String found) {
    return new TypeConversionException("expected %s, found \"%s\"".formatted(expected, found));
  }
}
