// Runs many D8 and R8 builds in one virtual machine; each line of the file given holds the tool and its arguments,
// separated by tabs, and its output is moved into place only when the build succeeded.
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

public class Driver {
    public static void main(String[] args) throws Exception {
        int n = 0;
        for (String line : Files.readAllLines(Paths.get(args[0]))) {
            String[] cells = line.split("\t");
            Path part = Paths.get(cells[1]);
            Path done = Paths.get(cells[2]);
            List<String> rest = new ArrayList<>();
            for (int i = 3; i < cells.length; i++) {
                rest.add(cells[i]);
            }
            String[] own = rest.toArray(new String[0]);
            try {
                if (cells[0].equals("D8")) {
                    D8.run(D8Command.parse(own, Origin.root()).build());
                } else {
                    R8.run(R8Command.parse(own, Origin.root()).build());
                }
                Files.move(part, done, StandardCopyOption.REPLACE_EXISTING);
                System.err.println("built " + done.getParent().getFileName() + " " + done.getFileName());
            } catch (Throwable error) {
                System.err.println("failed " + done + " " + error);
            }
            n++;
        }
    }
}
