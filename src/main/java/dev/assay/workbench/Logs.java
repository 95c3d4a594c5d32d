package dev.assay.workbench;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log to files in the workspace, five of 2 MB at most, and nothing to the terminal. */
final class Logs implements AutoCloseable {
    private static final int OLD_FILES = 4;

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender;

    private Logs(Logger root, RollingFileAppender<ILoggingEvent> appender) {
        this.root = root;
        this.appender = appender;
    }

    /** Starts to log into a folder. What is logged is set in {@code logback.xml}. */
    static Logs into(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var logs = new Logs(root, appender(folder, context));
        root.addAppender(logs.appender);
        return logs;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }

    private static RollingFileAppender<ILoggingEvent> appender(Path folder, LoggerContext context) {
        String file = folder.resolve("assay.log").toString();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(file);
        appender.setFile(file);
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{30} %msg%n");
        encoder.start();
        appender.setEncoder(encoder);
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve("assay.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        appender.setRollingPolicy(rolling);
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("2MB"));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
