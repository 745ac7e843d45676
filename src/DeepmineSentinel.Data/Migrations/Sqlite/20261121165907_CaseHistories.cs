using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseHistories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "MineId",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "CaseHistories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Surface = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RqdPercent = table.Column<double>(type: "REAL", nullable: true),
                    JointSetNumber = table.Column<double>(type: "REAL", nullable: true),
                    JointRoughnessNumber = table.Column<double>(type: "REAL", nullable: true),
                    JointAlterationNumber = table.Column<double>(type: "REAL", nullable: true),
                    QPrime = table.Column<double>(type: "REAL", nullable: false),
                    FactorA = table.Column<double>(type: "REAL", nullable: false),
                    FactorB = table.Column<double>(type: "REAL", nullable: false),
                    FactorC = table.Column<double>(type: "REAL", nullable: false),
                    NPrime = table.Column<double>(type: "REAL", nullable: false),
                    HydraulicRadiusMetres = table.Column<double>(type: "REAL", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ImportBatchId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseHistories", x => x.Id);
                    table.CheckConstraint("CK_CaseHistories_FactorA", "[FactorA] > 0 AND [FactorA] <= 1");
                    table.CheckConstraint("CK_CaseHistories_FactorB", "[FactorB] > 0 AND [FactorB] <= 1");
                    table.CheckConstraint("CK_CaseHistories_FactorC", "[FactorC] > 0 AND [FactorC] <= 8");
                    table.CheckConstraint("CK_CaseHistories_HydraulicRadiusMetres", "[HydraulicRadiusMetres] > 0 AND [HydraulicRadiusMetres] <= 200");
                    table.CheckConstraint("CK_CaseHistories_JointAlterationNumber", "[JointAlterationNumber] > 0 AND [JointAlterationNumber] <= 20");
                    table.CheckConstraint("CK_CaseHistories_JointRoughnessNumber", "[JointRoughnessNumber] >= 0.5 AND [JointRoughnessNumber] <= 5");
                    table.CheckConstraint("CK_CaseHistories_JointSetNumber", "[JointSetNumber] > 0 AND [JointSetNumber] <= 100");
                    table.CheckConstraint("CK_CaseHistories_NPrime", "[NPrime] > 0 AND [NPrime] <= 20000");
                    table.CheckConstraint("CK_CaseHistories_QPrime", "[QPrime] > 0 AND [QPrime] <= 2000");
                    table.CheckConstraint("CK_CaseHistories_RqdPercent", "[RqdPercent] >= 0 AND [RqdPercent] <= 100");
                    table.ForeignKey(
                        name: "FK_CaseHistories_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseHistories_ImportBatchId",
                table: "CaseHistories",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHistories_Source",
                table: "CaseHistories",
                column: "Source");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseHistories");

            migrationBuilder.AlterColumn<int>(
                name: "MineId",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
