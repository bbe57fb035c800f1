import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.preflight.Format;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * Prints what Apache PDFBox finds in files: java … PDFBox.java preflight|untagged|structure FILE…
 * Every file begins with a line "= path".
 */
public class PDFBox {
	public static void main(String[] args) throws Exception {
		for (int i = 1; i < args.length; i++) {
			System.out.println("= " + args[i]);
			File file = new File(args[i]);
			switch (args[0]) {
			case "preflight":
				preflight(file);
				break;
			case "untagged":
				untagged(file);
				break;
			default:
				structure(file);
			}
		}
	}

	/** A line for each kind of violation of PDF/A-1b: how often, code, words. */
	static void preflight(File file) throws IOException {
		PreflightParser parser = new PreflightParser(file);
		ValidationResult result;
		try {
			parser.parse(Format.PDF_A1B);
			try (PreflightDocument d = parser.getPreflightDocument()) {
				d.validate();
				result = d.getResult();
			}
		} catch (SyntaxValidationException e) {
			result = e.getResult();
		}
		Map<String, Integer> kinds = new TreeMap<>();
		for (ValidationResult.ValidationError e : result.getErrorsList()) {
			kinds.merge(e.getErrorCode() + " " + e.getDetails(), 1, Integer::sum);
		}
		if (!result.isValid() && kinds.isEmpty()) {
			kinds.put("invalid without a reason", 1);
		}
		kinds.forEach((kind, n) -> System.out.println(n + " x " + kind.replace('\n', ' ')));
	}

	/** A line for each page that paints outside of marked content, or nests it wrongly. */
	static void untagged(File file) throws IOException {
		try (PDDocument d = PDDocument.load(file)) {
			int number = 0;
			for (PDPage page : d.getPages()) {
				number++;
				int outside = 0, depth = 0, text = 0, sequences = 0;
				boolean broken = false;
				PDFStreamParser parser = new PDFStreamParser(page);
				Object last = null, before = null;
				for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
					if (token instanceof Operator) {
						String name = ((Operator) token).getName();
						if (name.equals("BDC") || name.equals("BMC")) {
							depth++;
							sequences++;
							broken |= depth > 1 || text > 0 || !known(before, last);
						} else if (name.equals("EMC")) {
							depth--;
							broken |= depth < 0 || text > 0;
						} else if (name.equals("BT")) {
							text++;
						} else if (name.equals("ET")) {
							text--;
						} else if (PAINTING.contains(name) && depth == 0) {
							outside++;
						}
					}
					before = last;
					last = token;
				}
				if (outside > 0 || broken || depth != 0) {
					System.out.println("page " + number + ": " + outside + " outside of " + sequences + " sequences"
							+ (broken || depth != 0 ? ", wrongly nested" : ""));
				}
			}
		}
	}

	static final Set<String> PAINTING = Set.of("Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI");

	/** Whether a sequence is an artifact or has a number. */
	static boolean known(Object tag, Object properties) {
		return COSName.ARTIFACT.equals(tag) || COSName.ARTIFACT.equals(properties)
				|| properties instanceof COSDictionary && ((COSDictionary) properties).containsKey(COSName.MCID);
	}

	/** A line for each element: depth, role, scope, alternate text, its own text, tabs between. */
	static void structure(File file) throws IOException {
		try (PDDocument d = PDDocument.load(file)) {
			if (d.getDocumentCatalog().getStructureTreeRoot() == null) {
				return;
			}
			Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
			for (PDPage page : d.getPages()) {
				texts.put(page.getCOSObject(), marked(page));
			}
			walk(d.getDocumentCatalog().getStructureTreeRoot(), 0, texts);
		}
	}

	static Map<Integer, String> marked(PDPage page) throws IOException {
		PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
		extractor.setSuppressDuplicateOverlappingText(false);
		extractor.processPage(page);
		Map<Integer, String> texts = new HashMap<>();
		for (PDMarkedContent mark : extractor.getMarkedContents()) {
			if (mark.getMCID() >= 0) {
				StringBuilder text = new StringBuilder();
				for (Object o : mark.getContents()) {
					if (o instanceof TextPosition) {
						text.append(((TextPosition) o).getUnicode());
					}
				}
				texts.merge(mark.getMCID(), text.toString(), String::concat);
			}
		}
		return texts;
	}

	static void walk(PDStructureNode node, int depth, Map<COSDictionary, Map<Integer, String>> texts) {
		for (Object kid : node.getKids()) {
			if (!(kid instanceof PDStructureElement)) {
				continue;
			}
			PDStructureElement e = (PDStructureElement) kid;
			StringBuilder text = new StringBuilder();
			for (Object k : e.getKids()) {
				if (k instanceof Integer) {
					text.append(text(texts, e.getPage(), (Integer) k));
				} else if (k instanceof PDMarkedContentReference) {
					PDMarkedContentReference r = (PDMarkedContentReference) k;
					text.append(text(texts, r.getPage(), r.getMCID()));
				}
			}
			System.out.println(depth + "\t" + e.getStructureType() + "\t" + scope(e) + "\t"
					+ (e.getAlternateDescription() == null ? "" : e.getAlternateDescription()) + "\t" + text);
			walk(e, depth + 1, texts);
		}
	}

	static String text(Map<COSDictionary, Map<Integer, String>> texts, PDPage page, int mcid) {
		String text = page == null ? null : texts.getOrDefault(page.getCOSObject(), Map.of()).get(mcid);
		return text == null ? "?missing?" : text;
	}

	static String scope(PDStructureElement e) {
		COSBase a = e.getCOSObject().getDictionaryObject(COSName.A);
		return a instanceof COSDictionary ? ((COSDictionary) a).getNameAsString("Scope", "") : "";
	}
}
