using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ImportsTakenBackAndBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "KeepsReplaced",
                table: "ImportBatches",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MineNames",
                table: "ImportBatches",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Problems",
                table: "ImportBatches",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Report",
                table: "ImportBatches",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RowsRead",
                table: "ImportBatches",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "ImportBatches",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "ImportBatches",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PredictionBatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RequestKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    RequestedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Selection = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AsOf = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true),
                    Stopes = table.Column<int>(type: "int", nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ProcessId = table.Column<int>(type: "int", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAtStart = table.Column<int>(type: "int", nullable: false),
                    ProgressAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FailureCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    FailureMessage = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PredictionBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReplacedReadings",
                columns: table => new
                {
                    ImportBatchId = table.Column<int>(type: "int", nullable: false),
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    Timestamp = table.Column<DateTime>(type: "datetime2", nullable: false),
                    VibrationVelocityMmPerSecond = table.Column<double>(type: "float", nullable: true),
                    DeformationRateMmPerDay = table.Column<double>(type: "float", nullable: true),
                    StressMegapascals = table.Column<double>(type: "float", nullable: true),
                    TemperatureCelsius = table.Column<double>(type: "float", nullable: true),
                    HumidityPercent = table.Column<double>(type: "float", nullable: true),
                    PriorBatchId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplacedReadings", x => new { x.ImportBatchId, x.StopeId, x.Timestamp });
                    table.ForeignKey(
                        name: "FK_ReplacedReadings_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReplacedRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    ImportBatchId = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SubjectId = table.Column<int>(type: "int", nullable: false),
                    PriorBatchId = table.Column<int>(type: "int", nullable: true),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplacedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReplacedRows_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PredictionBatchItems",
                columns: table => new
                {
                    BatchId = table.Column<int>(type: "int", nullable: false),
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AsOf = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Level = table.Column<int>(type: "int", maxLength: 32, nullable: true),
                    Class = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Mode = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true),
                    NotStableProbability = table.Column<double>(type: "float", nullable: true),
                    SevenDayProbability = table.Column<double>(type: "float", nullable: true),
                    PredictionId = table.Column<int>(type: "int", nullable: true),
                    Document = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PredictionBatchItems", x => new { x.BatchId, x.StopeId });
                    table.CheckConstraint("CK_PredictionBatchItems_NotStableProbability", "[NotStableProbability] >= 0 AND [NotStableProbability] <= 1");
                    table.CheckConstraint("CK_PredictionBatchItems_SevenDayProbability", "[SevenDayProbability] >= 0 AND [SevenDayProbability] <= 1");
                    table.ForeignKey(
                        name: "FK_PredictionBatchItems_PredictionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "PredictionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PredictionBatchItems_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PredictionBatches_RequestKey",
                table: "PredictionBatches",
                column: "RequestKey",
                unique: true,
                filter: "[RequestKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PredictionBatches_State_RequestedAt",
                table: "PredictionBatches",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PredictionBatchItems_StopeId",
                table: "PredictionBatchItems",
                column: "StopeId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplacedRows_ImportBatchId",
                table: "ReplacedRows",
                column: "ImportBatchId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PredictionBatchItems");

            migrationBuilder.DropTable(
                name: "ReplacedReadings");

            migrationBuilder.DropTable(
                name: "ReplacedRows");

            migrationBuilder.DropTable(
                name: "PredictionBatches");

            migrationBuilder.DropColumn(
                name: "KeepsReplaced",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "MineNames",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Problems",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Report",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "RowsRead",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "ImportBatches");
        }
    }
}
