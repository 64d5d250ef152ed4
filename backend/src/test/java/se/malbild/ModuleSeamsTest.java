// SPDX-License-Identifier: EUPL-1.2
package se.malbild;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The seams between the parts. A feature may use those before it in the loop, never those after. */
@AnalyzeClasses(
        packages = "se.malbild",
        importOptions = {ImportOption.DoNotIncludeTests.class, ModuleSeamsTest.WithoutGenerated.class})
class ModuleSeamsTest {

    /** Bean definitions that the annotation processor writes beside our classes. */
    static final class WithoutGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/$");
        }
    }

    @ArchTest
    static final ArchRule FEATURES_FORM_A_LADDER = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("platform")
            .definedBy("se.malbild.platform..")
            .layer("access")
            .definedBy("se.malbild.access..")
            .layer("cases")
            .definedBy("se.malbild.cases..")
            .layer("exchange")
            .definedBy("se.malbild.exchange..")
            .layer("friction")
            .definedBy("se.malbild.friction..")
            .layer("maturity")
            .definedBy("se.malbild.maturity..")
            .layer("improvement")
            .definedBy("se.malbild.improvement..")
            .layer("benchmark")
            .definedBy("se.malbild.benchmark..")
            .layer("report")
            .definedBy("se.malbild.report..")
            .layer("demo")
            .definedBy("se.malbild.demo..")
            .layer("drill")
            .definedBy("se.malbild.drill..")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers(
                    "cases", "exchange", "friction", "maturity", "improvement", "benchmark", "report", "demo")
            .whereLayer("cases")
            .mayOnlyBeAccessedByLayers("exchange", "friction", "maturity", "improvement", "benchmark", "report", "demo")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("friction", "maturity", "improvement", "benchmark", "report", "demo")
            .whereLayer("friction")
            .mayOnlyBeAccessedByLayers("maturity", "improvement", "benchmark", "report", "demo")
            .whereLayer("maturity")
            .mayOnlyBeAccessedByLayers("improvement", "benchmark", "report", "demo")
            .whereLayer("improvement")
            .mayOnlyBeAccessedByLayers("benchmark", "report", "demo")
            .whereLayer("benchmark")
            .mayOnlyBeAccessedByLayers("report", "demo")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("demo")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("drill")
            .whereLayer("drill")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("drill")
            .mayOnlyAccessLayers("demo");

    @ArchTest
    static final ArchRule ONLY_REPOSITORIES_TOUCH_THE_DATABASE = noClasses()
            .that()
            .resideInAPackage("se.malbild..")
            .and()
            .resideOutsideOfPackage("se.malbild.platform..")
            .and()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .doNotHaveFullyQualifiedName("se.malbild.Installation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi.v3.core", "org.jdbi.v3.core.mapper..")
            .because("scope and SQL belong together; a failed statement may be caught elsewhere");

    @ArchTest
    static final ArchRule GENERATED_MODELS_STOP_AT_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("se.malbild.api..")
            .and()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .haveSimpleNameNotEndingWith("Mapper")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.malbild.api..");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_FRAMEWORK = classes()
            .that()
            .areRecords()
            .and()
            .resideOutsideOfPackages("se.malbild.api..", "se.malbild.platform..")
            .and()
            .haveSimpleNameNotEndingWith("Row")
            .and()
            .haveSimpleNameNotEndingWith("Handler")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "se.malbild..", "org.jspecify..");

    @ArchTest
    static final ArchRule KERNELS_ARE_PURE = classes()
            .that()
            .resideInAPackage("se.malbild.friction.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "se.malbild.friction.kernel..", "se.malbild.friction.log..");

    @ArchTest
    static final ArchRule FORMULAS_OF_MATURITY_ARE_PURE = classes()
            .that()
            .resideInAPackage("se.malbild.maturity.scoring..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "se.malbild.maturity.scoring..");

    @ArchTest
    static final ArchRule FORMULAS_OF_THE_BENCHMARK_ARE_PURE = classes()
            .that()
            .resideInAPackage("se.malbild.benchmark.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "se.malbild.benchmark.kernel..");

    @ArchTest
    static final ArchRule VALUES_OF_OTHERS_ARE_READ_TO_BE_FROZEN_ONLY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("se.malbild.benchmark.cohort.Freezing")
            .and()
            .doNotHaveFullyQualifiedName("se.malbild.benchmark.contribution.WholePools")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("se.malbild.benchmark.contribution.WholePools");

    @ArchTest
    static final ArchRule ANSWERS_ARE_READ_THROUGH_SUPPRESSION = noClasses()
            .that()
            .resideOutsideOfPackage("se.malbild.maturity.answers..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("se\\.malbild\\.maturity\\.answers\\.(Answer|Round|Comment|Dot)Repository.*")
            .because(
                    "what leaves that package has been through suppression; a counter that does not may disclose a person");
}
