package hansom.edge.refusal;

import hansom.contract.refusal.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies above 1 MB (pictures and papers: 12 MB) by their announced length, and those that announce none while they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimit extends OncePerRequestFilter {
    private static final long TEXT = 1L << 20;
    private static final long FILE = 12L << 20;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request.getContentType());
        if (request.getContentLengthLong() > most) {
            response.setHeader("Connection", "close");
            problems.write(request, response, RefusalCode.BODY_TOO_LARGE, "at most %d bytes".formatted(most));
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, most), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long most(@Nullable String contentType) {
        if (contentType == null) return TEXT;
        String type = contentType.toLowerCase(Locale.ROOT);
        boolean file = type.startsWith("multipart/")
                || type.startsWith("image/")
                || type.startsWith("application/pdf")
                || type.startsWith("application/octet-stream");
        return file ? FILE : TEXT;
    }

    /** A body of unknown length, cut off when it grows too large. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final long most;
        private @Nullable ServletInputStream stream;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) stream = new CountedStream(super.getInputStream(), most);
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream inner;
        private long left;

        CountedStream(ServletInputStream inner, long most) {
            this.inner = inner;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = inner.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = inner.read(into, from, length);
            if (count > 0) count(count);
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) throw new Refused(RefusalCode.BODY_TOO_LARGE);
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
