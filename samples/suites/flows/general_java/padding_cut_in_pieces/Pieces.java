package cn.privlens.suite.padding_cut_in_pieces;

final class Pieces {
    private Pieces() {}

    static String cut(String text, int length) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < length && from < text.length()) {
            int to = Math.min(from + 4, text.length());
            if (out.length() > 0) {
                out.append('-');
            }
            out.append(text.substring(from, to));
            from = to;
        }
        return out.toString();
    }
}
