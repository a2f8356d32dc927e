package hansom.command;

import hansom.engines.role.ConditionalOnRole;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The command side: aggregates, prices, and calls to provider and bank. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("command")
@ComponentScan("hansom.command")
public class CommandConfiguration {}
