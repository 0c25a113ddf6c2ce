package org.bindbench.reliability;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** Which tests carry which tag, read from their classes. */
final class TaggedTests {
  private TaggedTests() {}

  /** A test method. */
  record Test(String className, String method) implements Comparable<Test> {
    String simpleClassName() {
      return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public int compareTo(Test other) {
      return (className + "." + method).compareTo(other.className + "." + other.method);
    }
  }

  /** The tests that have the tag, themselves or by their class. */
  static Set<Test> of(String tag) {
    return Classes.ALL.stream()
        .flatMap(each -> each.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(Testable.class))
        .filter(method -> has(method, tag) || has(method.getOwner(), tag))
        .map(TaggedTests::test)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Test test(JavaMethod method) {
    return new Test(method.getOwner().getName(), method.getName());
  }

  private static boolean has(CanBeAnnotated annotated, String tag) {
    Stream<Tag> one =
        annotated.isAnnotatedWith(Tag.class) ? Stream.of(tags(annotated, Tag.class)) : Stream.of();
    Stream<Tag> many =
        annotated.isAnnotatedWith(Tags.class)
            ? Stream.of(tags(annotated, Tags.class).value())
            : Stream.of();
    return Stream.concat(one, many).anyMatch(each -> each.value().equals(tag));
  }

  private static <A extends java.lang.annotation.Annotation> A tags(
      CanBeAnnotated annotated, Class<A> type) {
    return annotated instanceof JavaClass owner
        ? owner.getAnnotationOfType(type)
        : ((JavaMethod) annotated).getAnnotationOfType(type);
  }

  /** Read once. */
  private static final class Classes {
    static final Iterable<JavaClass> SCANNED =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.bindbench");

    static final Set<JavaClass> ALL = all();

    private static Set<JavaClass> all() {
      Set<JavaClass> all = new java.util.HashSet<>();
      SCANNED.forEach(all::add);
      return all;
    }
  }
}
