// Compiles many small programs in one Java process: javac and kotlinc, then D8 or R8, all through their interfaces.
// Knows nothing of what the programs do; reads a plan and writes class files, jars and DEX files only.

import com.android.tools.r8.ArchiveClassFileProvider;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * Each line of the plan has eight columns: name, kind (classes, d8 or r8), output folder, compile-only class path,
 * jars that go into the program, rules file, sources, lowest API level. Lists are separated by ':'.
 */
public final class SuiteBuilder {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final int COLUMNS = 8;
    private static ArchiveClassFileProvider library;
    private static Path libraryPath;

    /** Warnings about library classes of later API levels are expected; errors are printed. */
    private static final class Quiet implements DiagnosticsHandler {
        @Override
        public void warning(Diagnostic warning) {}

        @Override
        public void info(Diagnostic info) {}
    }


    public static void main(String[] args) throws Exception {
        System.setProperty("com.android.tools.r8.disableApiModeling", "1");
        System.setProperty("kotlin.environment.keepalive", "true");
        libraryPath = Paths.get(args[1]);
        library = new ArchiveClassFileProvider(libraryPath);
        int failures = 0;
        for (String line : Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("bad plan line: " + line);
            }
            try {
                build(cells);
                System.out.println("ok\t" + cells[0]);
            } catch (Throwable error) {
                failures++;
                System.out.println("failed\t" + cells[0]);
                System.err.println(cells[0] + ": " + error);
                for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                    System.err.println("  " + cause);
                }
            }
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static void build(String[] cells) throws Exception {
        Path out = Paths.get(cells[2]);
        Path classes = out.resolve("classes");
        Files.createDirectories(classes);
        List<Path> compileOnly = paths(cells[3]);
        List<Path> program = paths(cells[4]);
        List<Path> sources = paths(cells[6]);
        int api = Integer.parseInt(cells[7]);
        List<Path> java = with(sources, ".java");
        List<Path> kotlin = with(sources, ".kt");
        List<Path> classpath = new ArrayList<>(compileOnly);
        classpath.addAll(program);
        if (!kotlin.isEmpty()) {
            kotlinc(sources, classpath, classes);
            classpath.add(classes);
        }
        if (!java.isEmpty()) {
            javac(java, classpath, classes);
        }
        List<Path> compiled;
        try (Stream<Path> found = Files.walk(classes)) {
            compiled = found.filter(p -> p.toString().endsWith(".class")).sorted().collect(Collectors.toList());
        }
        if (cells[1].equals("d8")) {
            D8Command.Builder builder = D8Command.builder(new Quiet())
                    .addProgramFiles(compiled)
                    .addProgramFiles(program)
                    .addLibraryResourceProvider(library)
                    .addClasspathFiles(compileOnly.stream().filter(p -> !p.equals(libraryPath)).collect(Collectors.toList()))
                    .setMinApiLevel(api)
                    .setMode(CompilationMode.RELEASE)
                    .setOutput(out, OutputMode.DexIndexed);
            D8.run(builder.build());
        } else if (cells[1].equals("r8")) {
            List<String> rules = Files.readAllLines(Paths.get(cells[5]), StandardCharsets.UTF_8);
            R8Command.Builder builder = R8Command.builder(new Quiet())
                    .addProgramFiles(compiled)
                    .addProgramFiles(program)
                    .addLibraryResourceProvider(library)
                    .addClasspathFiles(compileOnly.stream().filter(p -> !p.equals(libraryPath)).collect(Collectors.toList()))
                    .addProguardConfiguration(rules, Origin.unknown())
                    .setProguardMapOutputPath(out.resolve("mapping.txt"))
                    .setMinApiLevel(api)
                    .setMode(CompilationMode.RELEASE)
                    .setOutput(out, OutputMode.DexIndexed);
            R8.run(builder.build());
        }
    }

    private static void javac(List<Path> sources, List<Path> classpath, Path out) throws IOException {
        List<String> options = Arrays.asList(
                "--release", "8", "-encoding", "UTF-8", "-proc:none", "-g:lines,source", "-Xlint:-options", "-nowarn",
                "-XDstringConcat=inline", "-d", out.toString(), "-cp", join(classpath));
        java.io.StringWriter messages = new java.io.StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromFiles(
                    sources.stream().map(Path::toFile).collect(Collectors.toList()));
            if (!JAVAC.getTask(messages, files, null, options, null, units).call()) {
                throw new IOException("javac:\n" + messages);
            }
        }
    }

    private static void kotlinc(List<Path> sources, List<Path> classpath, Path out) throws IOException {
        List<String> args = new ArrayList<>(Arrays.asList(
                "-no-stdlib", "-no-reflect", "-jvm-target", "1.8", "-module-name", "suite", "-nowarn",
                "-d", out.toString(), "-cp", join(classpath)));
        sources.forEach(source -> args.add(source.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = new K2JVMCompiler().exec(new PrintStream(messages, true, "UTF-8"), args.toArray(new String[0])).getCode();
        if (code != 0) {
            throw new IOException("kotlinc:\n" + messages.toString("UTF-8"));
        }
    }

    private static List<Path> paths(String cell) {
        return Arrays.stream(cell.split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .map(Paths::get)
                .collect(Collectors.toList());
    }

    private static List<Path> with(List<Path> sources, String ending) {
        return sources.stream().filter(path -> path.toString().endsWith(ending)).collect(Collectors.toList());
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
