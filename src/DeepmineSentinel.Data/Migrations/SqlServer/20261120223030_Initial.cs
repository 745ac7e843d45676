using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "BulkKeys",
                incrementBy: 10);

            migrationBuilder.CreateTable(
                name: "Mines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_CI_AS"),
                    TimeZoneId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IsSynthetic = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Network = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Engine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Parameters = table.Column<long>(type: "bigint", nullable: false),
                    DataHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    TrainedOnSynthetic = table.Column<bool>(type: "bit", nullable: false),
                    TrainedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RegisteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Metrics = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GatePassed = table.Column<bool>(type: "bit", nullable: false),
                    GateReasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PromotedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrainingRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RequestedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Network = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Epochs = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ProcessId = table.Column<int>(type: "int", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProgressAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EpochsDone = table.Column<int>(type: "int", nullable: false),
                    TrainingLoss = table.Column<double>(type: "float", nullable: true),
                    ValidationLoss = table.Column<double>(type: "float", nullable: true),
                    BestEpoch = table.Column<int>(type: "int", nullable: true),
                    DataHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    FailureCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    FailureMessage = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    MineId = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ImportedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Added = table.Column<int>(type: "int", nullable: false),
                    Updated = table.Column<int>(type: "int", nullable: false),
                    Rejected = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Mines_MineId",
                        column: x => x.MineId,
                        principalTable: "Mines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Stopes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    MineId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_CI_AS"),
                    UndatedStability = table.Column<bool>(type: "bit", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ImportBatchId = table.Column<int>(type: "int", nullable: true),
                    DepthMetres = table.Column<double>(type: "float", nullable: false),
                    DipDegrees = table.Column<double>(type: "float", nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    FactorA = table.Column<double>(type: "float", nullable: true),
                    FactorB = table.Column<double>(type: "float", nullable: true),
                    FactorC = table.Column<double>(type: "float", nullable: true),
                    HydraulicRadiusMetres = table.Column<double>(type: "float", nullable: false),
                    InducedStressMegapascals = table.Column<double>(type: "float", nullable: true),
                    JointAlterationNumber = table.Column<double>(type: "float", nullable: true),
                    JointAngleDegrees = table.Column<double>(type: "float", nullable: true),
                    JointRoughnessNumber = table.Column<double>(type: "float", nullable: true),
                    JointSetNumber = table.Column<double>(type: "float", nullable: true),
                    QPrime = table.Column<double>(type: "float", nullable: true),
                    RockType = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RqdPercent = table.Column<double>(type: "float", nullable: false),
                    SupportDensity = table.Column<double>(type: "float", nullable: false),
                    SupportInstalled = table.Column<bool>(type: "bit", nullable: false),
                    SupportType = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    UcsMegapascals = table.Column<double>(type: "float", nullable: true),
                    UndercutWidthMetres = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stopes", x => x.Id);
                    table.CheckConstraint("CK_Stopes_DepthMetres", "[DepthMetres] >= 0 AND [DepthMetres] <= 5000");
                    table.CheckConstraint("CK_Stopes_DipDegrees", "[DipDegrees] >= 0 AND [DipDegrees] <= 90");
                    table.CheckConstraint("CK_Stopes_FactorA", "[FactorA] > 0 AND [FactorA] <= 1");
                    table.CheckConstraint("CK_Stopes_FactorB", "[FactorB] > 0 AND [FactorB] <= 1");
                    table.CheckConstraint("CK_Stopes_FactorC", "[FactorC] > 0 AND [FactorC] <= 8");
                    table.CheckConstraint("CK_Stopes_HydraulicRadiusMetres", "[HydraulicRadiusMetres] > 0 AND [HydraulicRadiusMetres] <= 200");
                    table.CheckConstraint("CK_Stopes_InducedStressMegapascals", "[InducedStressMegapascals] >= -200 AND [InducedStressMegapascals] <= 1000");
                    table.CheckConstraint("CK_Stopes_JointAlterationNumber", "[JointAlterationNumber] >= 0.75 AND [JointAlterationNumber] <= 20");
                    table.CheckConstraint("CK_Stopes_JointAngleDegrees", "[JointAngleDegrees] >= 0 AND [JointAngleDegrees] <= 90");
                    table.CheckConstraint("CK_Stopes_JointRoughnessNumber", "[JointRoughnessNumber] >= 0.5 AND [JointRoughnessNumber] <= 5");
                    table.CheckConstraint("CK_Stopes_JointSetNumber", "[JointSetNumber] >= 0.5 AND [JointSetNumber] <= 20");
                    table.CheckConstraint("CK_Stopes_NoSupport", "[SupportType] <> 'None' OR [SupportDensity] = 0");
                    table.CheckConstraint("CK_Stopes_QPrime", "[QPrime] > 0 AND [QPrime] <= 2000");
                    table.CheckConstraint("CK_Stopes_RqdPercent", "[RqdPercent] >= 0 AND [RqdPercent] <= 100");
                    table.CheckConstraint("CK_Stopes_SupportDensity", "[SupportDensity] >= 0 AND [SupportDensity] <= 20");
                    table.CheckConstraint("CK_Stopes_UcsMegapascals", "[UcsMegapascals] > 0 AND [UcsMegapascals] <= 1000");
                    table.CheckConstraint("CK_Stopes_UndercutWidthMetres", "[UndercutWidthMetres] > 0 AND [UndercutWidthMetres] <= 200");
                    table.ForeignKey(
                        name: "FK_Stopes_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Stopes_Mines_MineId",
                        column: x => x.MineId,
                        principalTable: "Mines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    Timestamp = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ChargeKilograms = table.Column<double>(type: "float", nullable: true),
                    DistanceMetres = table.Column<double>(type: "float", nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ImportBatchId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.CheckConstraint("CK_Events_ChargeKilograms", "[ChargeKilograms] >= 0 AND [ChargeKilograms] <= 1000000");
                    table.CheckConstraint("CK_Events_DistanceMetres", "[DistanceMetres] >= 0 AND [DistanceMetres] <= 100000");
                    table.ForeignKey(
                        name: "FK_Events_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Events_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    ObservedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Class = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ElosMetres = table.Column<double>(type: "float", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ImportBatchId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Id);
                    table.CheckConstraint("CK_Outcomes_ElosMetres", "[ElosMetres] >= 0 AND [ElosMetres] <= 100");
                    table.CheckConstraint("CK_Outcomes_OccurredAt", "[OccurredAt] <= [ObservedAt]");
                    table.ForeignKey(
                        name: "FK_Outcomes_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Outcomes_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Predictions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true),
                    Mode = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Level = table.Column<int>(type: "int", maxLength: 32, nullable: false),
                    Class = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    NotStableProbability = table.Column<double>(type: "float", nullable: true),
                    SevenDayProbability = table.Column<double>(type: "float", nullable: true),
                    AsOf = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ComputedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    InputHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IsLatest = table.Column<bool>(type: "bit", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Predictions", x => x.Id);
                    table.CheckConstraint("CK_Predictions_NotStableProbability", "[NotStableProbability] >= 0 AND [NotStableProbability] <= 1");
                    table.CheckConstraint("CK_Predictions_SevenDayProbability", "[SevenDayProbability] >= 0 AND [SevenDayProbability] <= 1");
                    table.ForeignKey(
                        name: "FK_Predictions_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    StopeId = table.Column<int>(type: "int", nullable: false),
                    Timestamp = table.Column<DateTime>(type: "datetime2", nullable: false),
                    VibrationVelocityMmPerSecond = table.Column<double>(type: "float", nullable: true),
                    DeformationRateMmPerDay = table.Column<double>(type: "float", nullable: true),
                    StressMegapascals = table.Column<double>(type: "float", nullable: true),
                    TemperatureCelsius = table.Column<double>(type: "float", nullable: true),
                    HumidityPercent = table.Column<double>(type: "float", nullable: true),
                    ImportBatchId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => new { x.StopeId, x.Timestamp });
                    table.CheckConstraint("CK_Readings_DeformationRateMmPerDay", "[DeformationRateMmPerDay] >= -100000 AND [DeformationRateMmPerDay] <= 100000");
                    table.CheckConstraint("CK_Readings_HumidityPercent", "[HumidityPercent] >= 0 AND [HumidityPercent] <= 100");
                    table.CheckConstraint("CK_Readings_StressMegapascals", "[StressMegapascals] >= -500 AND [StressMegapascals] <= 1000");
                    table.CheckConstraint("CK_Readings_TemperatureCelsius", "[TemperatureCelsius] >= -60 AND [TemperatureCelsius] <= 120");
                    table.CheckConstraint("CK_Readings_VibrationVelocityMmPerSecond", "[VibrationVelocityMmPerSecond] >= 0 AND [VibrationVelocityMmPerSecond] <= 100000");
                    table.ForeignKey(
                        name: "FK_Readings_ImportBatches_ImportBatchId",
                        column: x => x.ImportBatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Readings_Stopes_StopeId",
                        column: x => x.StopeId,
                        principalTable: "Stopes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PredictionFeedback",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PredictionId = table.Column<int>(type: "int", nullable: false),
                    Agrees = table.Column<bool>(type: "bit", nullable: false),
                    BelievedClass = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PredictionFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PredictionFeedback_Predictions_PredictionId",
                        column: x => x.PredictionId,
                        principalTable: "Predictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Events_ImportBatchId",
                table: "Events",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_StopeId_Timestamp",
                table: "Events",
                columns: new[] { "StopeId", "Timestamp" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_ImportedAt",
                table: "ImportBatches",
                column: "ImportedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_MineId",
                table: "ImportBatches",
                column: "MineId");

            migrationBuilder.CreateIndex(
                name: "IX_Mines_Name",
                table: "Mines",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModelVersions_Previous",
                table: "ModelVersions",
                column: "Purpose",
                unique: true,
                filter: "[State] = 'Previous'");

            migrationBuilder.CreateIndex(
                name: "IX_ModelVersions_Production",
                table: "ModelVersions",
                column: "Purpose",
                unique: true,
                filter: "[State] = 'Production'");

            migrationBuilder.CreateIndex(
                name: "IX_ModelVersions_RunId",
                table: "ModelVersions",
                column: "RunId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_ImportBatchId",
                table: "Outcomes",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_StopeId_ObservedAt",
                table: "Outcomes",
                columns: new[] { "StopeId", "ObservedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PredictionFeedback_PredictionId",
                table: "PredictionFeedback",
                column: "PredictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Latest",
                table: "Predictions",
                column: "StopeId",
                unique: true,
                filter: "[IsLatest] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_Level_StopeId",
                table: "Predictions",
                columns: new[] { "Level", "StopeId" },
                filter: "[IsLatest] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Predictions_StopeId_ComputedAt",
                table: "Predictions",
                columns: new[] { "StopeId", "ComputedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Readings_ImportBatchId",
                table: "Readings",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Stopes_ArchivedAt_Name",
                table: "Stopes",
                columns: new[] { "ArchivedAt", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Stopes_ImportBatchId",
                table: "Stopes",
                column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Stopes_MineId_Name",
                table: "Stopes",
                columns: new[] { "MineId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRuns_RunId",
                table: "TrainingRuns",
                column: "RunId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRuns_State_RequestedAt",
                table: "TrainingRuns",
                columns: new[] { "State", "RequestedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "ModelVersions");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "PredictionFeedback");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropTable(
                name: "TrainingRuns");

            migrationBuilder.DropTable(
                name: "Predictions");

            migrationBuilder.DropTable(
                name: "Stopes");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Mines");

            migrationBuilder.DropSequence(
                name: "BulkKeys");
        }
    }
}
