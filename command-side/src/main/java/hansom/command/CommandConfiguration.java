package hansom.command;

import hansom.engines.role.ConditionalOnRole;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The command side: aggregates, prices, and calls to provider and bank. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("command")
@ComponentScan(basePackages = "hansom.command", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CommandConfiguration {}
