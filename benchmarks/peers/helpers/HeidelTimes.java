import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;

/** HeidelTime on many articles in one run: a line is a day and a text in base 64, the answer to it a line of TimeML in base 64. */
class HeidelTimes {
    public static void main(String[] words) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);  // HeidelTime prints what it does
        HeidelTimeStandalone reader =
                new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, words[0]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] parts = line.split(" ");
            String text = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String found = reader.process(text, new SimpleDateFormat("yyyy-MM-dd").parse(parts[0]));
            out.println(Base64.getEncoder().encodeToString(found.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
